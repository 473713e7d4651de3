-- no-transaction
-- part: move_core 2/2
-- class: exact

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_aggregation_daily_id"')
CREATE INDEX CONCURRENTLY "ix_aggregation_daily_id" ON "core"."aggregation_daily" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_air_quality_hourly_id"')
CREATE INDEX CONCURRENTLY "ix_air_quality_hourly_id" ON "core"."air_quality_hourly" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_analytics_query_audit_id"')
CREATE INDEX CONCURRENTLY "ix_analytics_query_audit_id" ON "core"."analytics_query_audit" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_astronomy_daily_id"')
CREATE INDEX CONCURRENTLY "ix_astronomy_daily_id" ON "core"."astronomy_daily" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_forecast_accuracy_id"')
CREATE INDEX CONCURRENTLY "ix_forecast_accuracy_id" ON "core"."forecast_accuracy" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_forecast_cache_id"')
CREATE INDEX CONCURRENTLY "ix_forecast_cache_id" ON "core"."forecast_cache" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_forecast_hourly_id"')
CREATE INDEX CONCURRENTLY "ix_forecast_hourly_id" ON "core"."forecast_hourly" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_llm_audit_id"')
CREATE INDEX CONCURRENTLY "ix_llm_audit_id" ON "core"."llm_audit" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_location_group_members_id"')
CREATE INDEX CONCURRENTLY "ix_location_group_members_id" ON "core"."location_group_members" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_location_groups_id"')
CREATE INDEX CONCURRENTLY "ix_location_groups_id" ON "core"."location_groups" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_locations_id"')
CREATE INDEX CONCURRENTLY "ix_locations_id" ON "core"."locations" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_observation_hourly_id"')
CREATE INDEX CONCURRENTLY "ix_observation_hourly_id" ON "core"."observation_hourly" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_provider_run_id"')
CREATE INDEX CONCURRENTLY "ix_provider_run_id" ON "core"."provider_run" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_trend_cache_id"')
CREATE INDEX CONCURRENTLY "ix_trend_cache_id" ON "core"."trend_cache" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_user_preferences_id"')
CREATE INDEX CONCURRENTLY "ix_user_preferences_id" ON "core"."user_preferences" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_user_preferences_user_id"')
CREATE INDEX CONCURRENTLY "ix_user_preferences_user_id" ON "core"."user_preferences" USING btree ("user_id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_user_profiles_id"')
CREATE INDEX CONCURRENTLY "ix_user_profiles_id" ON "core"."user_profiles" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_user_profiles_user_id"')
CREATE INDEX CONCURRENTLY "ix_user_profiles_user_id" ON "core"."user_profiles" USING btree ("user_id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"core"."ix_users_id"')
CREATE INDEX CONCURRENTLY "ix_users_id" ON "core"."users" USING btree ("id");
