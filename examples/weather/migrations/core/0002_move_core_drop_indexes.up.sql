-- INDEX_DROPPED: ACCESS EXCLUSIVE for a moment; queries that use the index become slower unless another one serves them.

-- part: move_core 2/2
-- expect: index public.aggregation_daily "ix_aggregation_daily_id" = btree ("id")
-- expect: index public.air_quality_hourly "ix_air_quality_hourly_id" = btree ("id")
-- expect: index public.analytics_query_audit "ix_analytics_query_audit_id" = btree ("id")
-- expect: index public.astronomy_daily "ix_astronomy_daily_id" = btree ("id")
-- expect: index public.forecast_accuracy "ix_forecast_accuracy_id" = btree ("id")
-- expect: index public.forecast_cache "ix_forecast_cache_id" = btree ("id")
-- expect: index public.forecast_hourly "ix_forecast_hourly_id" = btree ("id")
-- expect: index public.llm_audit "ix_llm_audit_id" = btree ("id")
-- expect: index public.location_group_members "ix_location_group_members_id" = btree ("id")
-- expect: index public.location_groups "ix_location_groups_id" = btree ("id")
-- expect: index public.locations "ix_locations_id" = btree ("id")
-- expect: index public.observation_hourly "ix_observation_hourly_id" = btree ("id")
-- expect: index public.provider_run "ix_provider_run_id" = btree ("id")
-- expect: index public.trend_cache "ix_trend_cache_id" = btree ("id")
-- expect: index public.user_preferences "ix_user_preferences_id" = btree ("id")
-- expect: index public.user_preferences "ix_user_preferences_user_id" = btree ("user_id")
-- expect: index public.user_profiles "ix_user_profiles_id" = btree ("id")
-- expect: index public.user_profiles "ix_user_profiles_user_id" = btree ("user_id")
-- expect: index public.users "ix_users_id" = btree ("id")
-- hazard: INDEX_DROPPED core.ix_aggregation_daily_id on core.aggregation_daily
-- hazard: INDEX_DROPPED core.ix_air_quality_hourly_id on core.air_quality_hourly
-- hazard: INDEX_DROPPED core.ix_analytics_query_audit_id on core.analytics_query_audit
-- hazard: INDEX_DROPPED core.ix_astronomy_daily_id on core.astronomy_daily
-- hazard: INDEX_DROPPED core.ix_forecast_accuracy_id on core.forecast_accuracy
-- hazard: INDEX_DROPPED core.ix_forecast_cache_id on core.forecast_cache
-- hazard: INDEX_DROPPED core.ix_forecast_hourly_id on core.forecast_hourly
-- hazard: INDEX_DROPPED core.ix_llm_audit_id on core.llm_audit
-- hazard: INDEX_DROPPED core.ix_location_group_members_id on core.location_group_members
-- hazard: INDEX_DROPPED core.ix_location_groups_id on core.location_groups
-- hazard: INDEX_DROPPED core.ix_locations_id on core.locations
-- hazard: INDEX_DROPPED core.ix_observation_hourly_id on core.observation_hourly
-- hazard: INDEX_DROPPED core.ix_provider_run_id on core.provider_run
-- hazard: INDEX_DROPPED core.ix_trend_cache_id on core.trend_cache
-- hazard: INDEX_DROPPED core.ix_user_preferences_id on core.user_preferences
-- hazard: INDEX_DROPPED core.ix_user_preferences_user_id on core.user_preferences
-- hazard: INDEX_DROPPED core.ix_user_profiles_id on core.user_profiles
-- hazard: INDEX_DROPPED core.ix_user_profiles_user_id on core.user_profiles
-- hazard: INDEX_DROPPED core.ix_users_id on core.users

DROP INDEX "core"."ix_aggregation_daily_id";
DROP INDEX "core"."ix_air_quality_hourly_id";
DROP INDEX "core"."ix_analytics_query_audit_id";
DROP INDEX "core"."ix_astronomy_daily_id";
DROP INDEX "core"."ix_forecast_accuracy_id";
DROP INDEX "core"."ix_forecast_cache_id";
DROP INDEX "core"."ix_forecast_hourly_id";
DROP INDEX "core"."ix_llm_audit_id";
DROP INDEX "core"."ix_location_group_members_id";
DROP INDEX "core"."ix_location_groups_id";
DROP INDEX "core"."ix_locations_id";
DROP INDEX "core"."ix_observation_hourly_id";
DROP INDEX "core"."ix_provider_run_id";
DROP INDEX "core"."ix_trend_cache_id";
DROP INDEX "core"."ix_user_preferences_id";
DROP INDEX "core"."ix_user_preferences_user_id";
DROP INDEX "core"."ix_user_profiles_id";
DROP INDEX "core"."ix_user_profiles_user_id";
DROP INDEX "core"."ix_users_id";
