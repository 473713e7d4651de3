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
-- hazard: INDEX_DROPPED on core.aggregation_daily: queries that use `ix_aggregation_daily_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.air_quality_hourly: queries that use `ix_air_quality_hourly_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.analytics_query_audit: queries that use `ix_analytics_query_audit_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.astronomy_daily: queries that use `ix_astronomy_daily_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.forecast_accuracy: queries that use `ix_forecast_accuracy_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.forecast_cache: queries that use `ix_forecast_cache_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.forecast_hourly: queries that use `ix_forecast_hourly_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.llm_audit: queries that use `ix_llm_audit_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.location_group_members: queries that use `ix_location_group_members_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.location_groups: queries that use `ix_location_groups_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.locations: queries that use `ix_locations_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.observation_hourly: queries that use `ix_observation_hourly_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.provider_run: queries that use `ix_provider_run_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.trend_cache: queries that use `ix_trend_cache_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.user_preferences: queries that use `ix_user_preferences_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.user_preferences: queries that use `ix_user_preferences_user_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.user_profiles: queries that use `ix_user_profiles_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.user_profiles: queries that use `ix_user_profiles_user_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on core.users: queries that use `ix_users_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment

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
