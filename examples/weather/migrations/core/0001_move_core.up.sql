-- TABLE_MOVED: ACCESS EXCLUSIVE for a moment, no row is copied; clients and function bodies that say the old name, or find it by search_path, fail from then on.

-- part: move_core 1/2
-- requires: rag/0005
-- moves: public.aggregation_daily -> core.aggregation_daily
-- moves: public.air_quality_hourly -> core.air_quality_hourly
-- moves: public.analytics_query_audit -> core.analytics_query_audit
-- moves: public.astronomy_daily -> core.astronomy_daily
-- moves: public.digest_audit -> core.digest_audit
-- moves: public.forecast_accuracy -> core.forecast_accuracy
-- moves: public.forecast_cache -> core.forecast_cache
-- moves: public.forecast_hourly -> core.forecast_hourly
-- moves: public.llm_audit -> core.llm_audit
-- moves: public.location_group_members -> core.location_group_members
-- moves: public.location_groups -> core.location_groups
-- moves: public.locations -> core.locations
-- moves: public.observation_hourly -> core.observation_hourly
-- moves: public.provider_run -> core.provider_run
-- moves: public.trend_cache -> core.trend_cache
-- moves: public.user_preferences -> core.user_preferences
-- moves: public.user_profiles -> core.user_profiles
-- moves: public.users -> core.users
-- creates: core.pk_aggregation_daily
-- creates: core.ix_aggregation_daily_location_id_date
-- creates: core.pk_air_quality_hourly
-- creates: core.ix_air_quality_hourly_location_id_observed_at
-- creates: core.ix_air_quality_hourly_location_id_observed_at_source
-- creates: core.pk_analytics_query_audit
-- creates: core.pk_astronomy_daily
-- creates: core.ix_astronomy_daily_location_id_date
-- creates: core.pk_digest_audit
-- creates: core.pk_forecast_accuracy
-- creates: core.ix_forecast_accuracy_location_id_target_time
-- creates: core.pk_forecast_cache
-- creates: core.pk_forecast_hourly
-- creates: core.ix_forecast_hourly_location_id_target_time
-- creates: core.pk_llm_audit
-- creates: core.pk_location_group_members
-- creates: core.ix_location_group_members_group_id_location_id
-- creates: core.pk_location_groups
-- creates: core.ix_location_groups_user_id_name
-- creates: core.pk_locations
-- creates: core.pk_observation_hourly
-- creates: core.ix_observation_hourly_location_id_observed_at
-- creates: core.pk_provider_run
-- creates: core.ix_provider_run_provider_run_type_started_at
-- creates: core.pk_trend_cache
-- creates: core.ix_trend_cache_location_id_metric_period
-- creates: core.pk_user_preferences
-- creates: core.uq_user_preferences_user_id
-- creates: core.pk_user_profiles
-- creates: core.uq_user_profiles_user_id
-- creates: core.pk_users
-- expect: table public.aggregation_daily = ("avg_temp_c" double precision, "cooling_degree_days" double precision, "date" timestamp without time zone not null, "generated_at" timestamp without time zone, "heating_degree_days" double precision, "id" integer not null serial "aggregation_daily_id_seq", "location_id" integer not null, "max_wind_kph" double precision, "temp_max_c" double precision, "temp_min_c" double precision, "total_precip_mm" double precision)
-- expect: table public.air_quality_hourly = ("id" integer not null serial "air_quality_hourly_id_seq", "location_id" integer not null, "no2" double precision, "observed_at" timestamp without time zone not null, "ozone" double precision, "pm10" double precision, "pm2_5" double precision, "pollen_grass" double precision, "pollen_tree" double precision, "pollen_weed" double precision, "raw_json" text, "so2" double precision, "source" character varying(100) not null)
-- expect: table public.analytics_query_audit = ("created_at" timestamp without time zone, "duration_ms" integer, "endpoint" character varying(100) not null, "id" integer not null serial "analytics_query_audit_id_seq", "params_json" text, "rows_returned" integer, "user_id" integer)
-- expect: table public.astronomy_daily = ("civil_twilight_end_utc" timestamp without time zone, "civil_twilight_start_utc" timestamp without time zone, "date" timestamp without time zone not null, "daylight_minutes" integer, "generated_at" timestamp without time zone not null, "id" integer not null serial "astronomy_daily_id_seq", "location_id" integer not null, "moon_phase" double precision, "sunrise_utc" timestamp without time zone, "sunset_utc" timestamp without time zone)
-- expect: table public.digest_audit = ("activity_block_json" text, "cache_hit" boolean not null, "comfort_score" double precision, "date" timestamp without time zone not null, "forecast_signature" character varying(64), "generated_at" timestamp without time zone not null default now(), "id" integer not null serial "digest_audit_id_seq", "latency_ms_llm" integer, "latency_ms_preprocess" integer, "latency_ms_total" integer, "model_name" character varying(100), "preferences_hash" character varying(64), "prompt_version" character varying(50), "rain_windows_json" text, "reason" character varying(30), "temp_peak_c" double precision, "temp_peak_hour" integer, "tokens_in" integer, "tokens_out" integer, "user_id" integer not null, "wind_peak_hour" integer, "wind_peak_kph" double precision)
-- expect: table public.forecast_accuracy = ("abs_error" double precision, "created_at" timestamp without time zone, "forecast_issue_time" timestamp without time zone not null, "forecast_value" double precision, "id" integer not null serial "forecast_accuracy_id_seq", "location_id" integer not null, "observed_value" double precision, "pct_error" double precision, "target_time" timestamp without time zone not null, "variable" character varying(50) not null)
-- expect: table public.forecast_cache = ("expires_at" timestamp without time zone not null, "fetched_at" timestamp without time zone, "id" integer not null serial "forecast_cache_id_seq", "location_id" integer not null, "payload_json" text not null, "source" character varying(100) not null)
-- expect: table public.forecast_hourly = ("forecast_issue_time" timestamp without time zone not null, "id" integer not null serial "forecast_hourly_id_seq", "location_id" integer not null, "model_name" character varying(100), "precipitation_probability_pct" double precision, "raw_json" text, "source_run_id" character varying(100), "target_time" timestamp without time zone not null, "temp_c" double precision, "wind_kph" double precision)
-- expect: table public.llm_audit = ("cost" double precision, "created_at" timestamp without time zone, "endpoint" character varying(100) not null, "has_air_quality" boolean, "has_astronomy" boolean, "id" integer not null serial "llm_audit_id_seq", "model" character varying(100) not null, "prompt_summary" character varying(200) not null, "tokens_in" integer not null, "tokens_out" integer not null, "user_id" integer)
-- expect: table public.location_group_members = ("added_at" timestamp without time zone, "group_id" integer not null, "id" integer not null serial "location_group_members_id_seq", "location_id" integer not null)
-- expect: table public.location_groups = ("created_at" timestamp without time zone, "description" character varying(500), "id" integer not null serial "location_groups_id_seq", "name" character varying(255) not null, "user_id" integer not null)
-- expect: table public.locations = ("created_at" timestamp without time zone, "id" integer not null serial "locations_id_seq", "lat" double precision not null, "lon" double precision not null, "name" character varying(255) not null, "timezone" character varying(50), "user_id" integer not null)
-- expect: table public.observation_hourly = ("condition_code" character varying(100), "humidity_pct" double precision, "id" integer not null serial "observation_hourly_id_seq", "location_id" integer not null, "observed_at" timestamp without time zone not null, "precip_mm" double precision, "raw_json" text, "source" character varying(100) not null, "temp_c" double precision, "wind_kph" double precision)
-- expect: table public.provider_run = ("completed_at" timestamp without time zone, "error_message" text, "id" integer not null serial "provider_run_id_seq", "location_id" integer, "provider" character varying(100) not null, "records_ingested" integer, "run_type" character varying(50) not null, "started_at" timestamp without time zone not null, "status" character varying(20) not null)
-- expect: table public.trend_cache = ("current_value" double precision, "delta" double precision, "generated_at" timestamp without time zone, "id" integer not null serial "trend_cache_id_seq", "location_id" integer not null, "metric" character varying(100) not null, "pct_change" double precision, "period" character varying(20) not null, "previous_value" double precision)
-- expect: table public.user_preferences = ("created_at" timestamp without time zone, "dashboard_default_location_id" integer, "id" integer not null serial "user_preferences_id_seq", "json_settings" text, "show_humidity" boolean, "show_precip" boolean, "show_wind" boolean, "units_system" character varying(20), "updated_at" timestamp without time zone, "user_id" integer not null)
-- expect: table public.user_profiles = ("avatar_url" character varying(500), "bio" character varying(500), "created_at" timestamp without time zone, "display_name" character varying(255), "id" integer not null serial "user_profiles_id_seq", "locale" character varying(10), "theme_preference" character varying(20), "time_zone" character varying(50), "updated_at" timestamp without time zone, "user_id" integer not null)
-- expect: table public.users = ("created_at" timestamp without time zone, "email" character varying(255) not null, "id" integer not null serial "users_id_seq", "password_hash" character varying(255) not null, "prefs_json" text, "timezone" character varying(50))
-- expect: constraint public.aggregation_daily "aggregation_daily_pkey" like primary key ("id")
-- expect: constraint public.aggregation_daily "aggregation_daily_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.aggregation_daily "ix_aggregation_daily_location_date" like btree ("location_id", "date")
-- expect: constraint public.air_quality_hourly "air_quality_hourly_pkey" like primary key ("id")
-- expect: constraint public.air_quality_hourly "air_quality_hourly_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.air_quality_hourly "ix_air_quality_hourly_location_time" like btree ("location_id", "observed_at")
-- expect: index public.air_quality_hourly "ix_air_quality_hourly_location_time_source" like unique btree ("location_id", "observed_at", "source")
-- expect: constraint public.analytics_query_audit "analytics_query_audit_pkey" like primary key ("id")
-- expect: constraint public.analytics_query_audit "analytics_query_audit_user_id_fkey" like foreign key ("user_id") references ("id") on update no action on delete no action
-- expect: constraint public.astronomy_daily "astronomy_daily_pkey" like primary key ("id")
-- expect: constraint public.astronomy_daily "astronomy_daily_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.astronomy_daily "ix_astronomy_daily_location_date" like unique btree ("location_id", "date")
-- expect: constraint public.digest_audit "digest_audit_pkey" like primary key ("id")
-- expect: constraint public.digest_audit "digest_audit_user_id_fkey" like foreign key ("user_id") references ("id") on update no action on delete cascade
-- expect: constraint public.forecast_accuracy "forecast_accuracy_pkey" like primary key ("id")
-- expect: constraint public.forecast_accuracy "forecast_accuracy_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.forecast_accuracy "ix_forecast_accuracy_location_target" like btree ("location_id", "target_time")
-- expect: constraint public.forecast_cache "forecast_cache_pkey" like primary key ("id")
-- expect: constraint public.forecast_cache "forecast_cache_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: constraint public.forecast_hourly "forecast_hourly_pkey" like primary key ("id")
-- expect: constraint public.forecast_hourly "forecast_hourly_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.forecast_hourly "ix_forecast_hourly_location_target" like btree ("location_id", "target_time")
-- expect: constraint public.llm_audit "llm_audit_pkey" like primary key ("id")
-- expect: constraint public.llm_audit "llm_audit_user_id_fkey" like foreign key ("user_id") references ("id") on update no action on delete no action
-- expect: constraint public.location_group_members "location_group_members_pkey" like primary key ("id")
-- expect: constraint public.location_group_members "location_group_members_group_id_fkey" like foreign key ("group_id") references ("id") on update no action on delete no action
-- expect: constraint public.location_group_members "location_group_members_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.location_group_members "ix_location_group_members_unique" like unique btree ("group_id", "location_id")
-- expect: constraint public.location_groups "location_groups_pkey" like primary key ("id")
-- expect: constraint public.location_groups "location_groups_user_id_fkey" like foreign key ("user_id") references ("id") on update no action on delete no action
-- expect: index public.location_groups "ix_location_groups_user_name" like btree ("user_id", "name")
-- expect: constraint public.locations "locations_pkey" like primary key ("id")
-- expect: constraint public.locations "locations_user_id_fkey" like foreign key ("user_id") references ("id") on update no action on delete no action
-- expect: constraint public.observation_hourly "observation_hourly_pkey" like primary key ("id")
-- expect: constraint public.observation_hourly "observation_hourly_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.observation_hourly "ix_observation_hourly_location_time" like btree ("location_id", "observed_at")
-- expect: constraint public.provider_run "provider_run_pkey" like primary key ("id")
-- expect: constraint public.provider_run "provider_run_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.provider_run "ix_provider_run_provider_type_started" like btree ("provider", "run_type", "started_at")
-- expect: constraint public.trend_cache "trend_cache_pkey" like primary key ("id")
-- expect: constraint public.trend_cache "trend_cache_location_id_fkey" like foreign key ("location_id") references ("id") on update no action on delete no action
-- expect: index public.trend_cache "ix_trend_cache_unique" like unique btree ("location_id", "metric", "period")
-- expect: constraint public.user_preferences "user_preferences_pkey" like primary key ("id")
-- expect: constraint public.user_preferences "user_preferences_user_id_key" like unique ("user_id")
-- expect: constraint public.user_preferences "user_preferences_dashboard_default_location_id_fkey" like foreign key ("dashboard_default_location_id") references ("id") on update no action on delete no action
-- expect: constraint public.user_preferences "user_preferences_user_id_fkey" like foreign key ("user_id") references ("id") on update no action on delete no action
-- expect: constraint public.user_profiles "user_profiles_pkey" like primary key ("id")
-- expect: constraint public.user_profiles "user_profiles_user_id_key" like unique ("user_id")
-- expect: constraint public.user_profiles "user_profiles_user_id_fkey" like foreign key ("user_id") references ("id") on update no action on delete no action
-- expect: constraint public.users "users_pkey" like primary key ("id")
-- hazard: TABLE_MOVED public.aggregation_daily -> core.aggregation_daily
-- hazard: TABLE_MOVED public.air_quality_hourly -> core.air_quality_hourly
-- hazard: TABLE_MOVED public.analytics_query_audit -> core.analytics_query_audit
-- hazard: TABLE_MOVED public.astronomy_daily -> core.astronomy_daily
-- hazard: TABLE_MOVED public.digest_audit -> core.digest_audit
-- hazard: TABLE_MOVED public.forecast_accuracy -> core.forecast_accuracy
-- hazard: TABLE_MOVED public.forecast_cache -> core.forecast_cache
-- hazard: TABLE_MOVED public.forecast_hourly -> core.forecast_hourly
-- hazard: TABLE_MOVED public.llm_audit -> core.llm_audit
-- hazard: TABLE_MOVED public.location_group_members -> core.location_group_members
-- hazard: TABLE_MOVED public.location_groups -> core.location_groups
-- hazard: TABLE_MOVED public.locations -> core.locations
-- hazard: TABLE_MOVED public.observation_hourly -> core.observation_hourly
-- hazard: TABLE_MOVED public.provider_run -> core.provider_run
-- hazard: TABLE_MOVED public.trend_cache -> core.trend_cache
-- hazard: TABLE_MOVED public.user_preferences -> core.user_preferences
-- hazard: TABLE_MOVED public.user_profiles -> core.user_profiles
-- hazard: TABLE_MOVED public.users -> core.users

ALTER TABLE "public"."aggregation_daily" SET SCHEMA "core";
ALTER TABLE "public"."air_quality_hourly" SET SCHEMA "core";
ALTER TABLE "public"."analytics_query_audit" SET SCHEMA "core";
ALTER TABLE "public"."astronomy_daily" SET SCHEMA "core";
ALTER TABLE "public"."digest_audit" SET SCHEMA "core";
ALTER TABLE "public"."forecast_accuracy" SET SCHEMA "core";
ALTER TABLE "public"."forecast_cache" SET SCHEMA "core";
ALTER TABLE "public"."forecast_hourly" SET SCHEMA "core";
ALTER TABLE "public"."llm_audit" SET SCHEMA "core";
ALTER TABLE "public"."location_group_members" SET SCHEMA "core";
ALTER TABLE "public"."location_groups" SET SCHEMA "core";
ALTER TABLE "public"."locations" SET SCHEMA "core";
ALTER TABLE "public"."observation_hourly" SET SCHEMA "core";
ALTER TABLE "public"."provider_run" SET SCHEMA "core";
ALTER TABLE "public"."trend_cache" SET SCHEMA "core";
ALTER TABLE "public"."user_preferences" SET SCHEMA "core";
ALTER TABLE "public"."user_profiles" SET SCHEMA "core";
ALTER TABLE "public"."users" SET SCHEMA "core";

DO $grant$
DECLARE
    who text;
BEGIN
    FOR who IN
        WITH moved AS (
            SELECT oid, relowner, relacl FROM pg_catalog.pg_class WHERE oid IN ('"core"."aggregation_daily"'::pg_catalog.regclass, '"core"."air_quality_hourly"'::pg_catalog.regclass, '"core"."analytics_query_audit"'::pg_catalog.regclass, '"core"."astronomy_daily"'::pg_catalog.regclass, '"core"."digest_audit"'::pg_catalog.regclass, '"core"."forecast_accuracy"'::pg_catalog.regclass, '"core"."forecast_cache"'::pg_catalog.regclass, '"core"."forecast_hourly"'::pg_catalog.regclass, '"core"."llm_audit"'::pg_catalog.regclass, '"core"."location_group_members"'::pg_catalog.regclass, '"core"."location_groups"'::pg_catalog.regclass, '"core"."locations"'::pg_catalog.regclass, '"core"."observation_hourly"'::pg_catalog.regclass, '"core"."provider_run"'::pg_catalog.regclass, '"core"."trend_cache"'::pg_catalog.regclass, '"core"."user_preferences"'::pg_catalog.regclass, '"core"."user_profiles"'::pg_catalog.regclass, '"core"."users"'::pg_catalog.regclass)
        ), users (role) AS (
            SELECT relowner FROM moved
            UNION
            SELECT held.grantee FROM moved, LATERAL pg_catalog.aclexplode(relacl) AS held
            UNION
            SELECT held.grantee FROM moved
                JOIN pg_catalog.pg_attribute ON attrelid = moved.oid,
                LATERAL pg_catalog.aclexplode(attacl) AS held
        )
        SELECT CASE role WHEN 0 THEN 'PUBLIC'
            ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(role)) END
        FROM users, pg_catalog.pg_namespace AS schema
        WHERE schema.nspname = 'core' AND role <> schema.nspowner
            AND NOT EXISTS (
                SELECT FROM pg_catalog.aclexplode(schema.nspacl) AS held
                WHERE held.privilege_type = 'USAGE' AND held.grantee = role)
        ORDER BY 1
    LOOP
        EXECUTE 'GRANT USAGE ON SCHEMA "core" TO ' || who;
    END LOOP;
END
$grant$;

ALTER TABLE "core"."aggregation_daily" RENAME CONSTRAINT "aggregation_daily_pkey" TO "pk_aggregation_daily";
ALTER TABLE "core"."aggregation_daily" RENAME CONSTRAINT "aggregation_daily_location_id_fkey" TO "fk_aggregation_daily_location_id_locations";
ALTER INDEX "core"."ix_aggregation_daily_location_date" RENAME TO "ix_aggregation_daily_location_id_date";
ALTER TABLE "core"."air_quality_hourly" RENAME CONSTRAINT "air_quality_hourly_pkey" TO "pk_air_quality_hourly";
ALTER TABLE "core"."air_quality_hourly" RENAME CONSTRAINT "air_quality_hourly_location_id_fkey" TO "fk_air_quality_hourly_location_id_locations";
ALTER INDEX "core"."ix_air_quality_hourly_location_time" RENAME TO "ix_air_quality_hourly_location_id_observed_at";
ALTER INDEX "core"."ix_air_quality_hourly_location_time_source" RENAME TO "ix_air_quality_hourly_location_id_observed_at_source";
ALTER TABLE "core"."analytics_query_audit" RENAME CONSTRAINT "analytics_query_audit_pkey" TO "pk_analytics_query_audit";
ALTER TABLE "core"."analytics_query_audit" RENAME CONSTRAINT "analytics_query_audit_user_id_fkey" TO "fk_analytics_query_audit_user_id_users";
ALTER TABLE "core"."astronomy_daily" RENAME CONSTRAINT "astronomy_daily_pkey" TO "pk_astronomy_daily";
ALTER TABLE "core"."astronomy_daily" RENAME CONSTRAINT "astronomy_daily_location_id_fkey" TO "fk_astronomy_daily_location_id_locations";
ALTER INDEX "core"."ix_astronomy_daily_location_date" RENAME TO "ix_astronomy_daily_location_id_date";
ALTER TABLE "core"."digest_audit" RENAME CONSTRAINT "digest_audit_pkey" TO "pk_digest_audit";
ALTER TABLE "core"."digest_audit" RENAME CONSTRAINT "digest_audit_user_id_fkey" TO "fk_digest_audit_user_id_users";
ALTER TABLE "core"."forecast_accuracy" RENAME CONSTRAINT "forecast_accuracy_pkey" TO "pk_forecast_accuracy";
ALTER TABLE "core"."forecast_accuracy" RENAME CONSTRAINT "forecast_accuracy_location_id_fkey" TO "fk_forecast_accuracy_location_id_locations";
ALTER INDEX "core"."ix_forecast_accuracy_location_target" RENAME TO "ix_forecast_accuracy_location_id_target_time";
ALTER TABLE "core"."forecast_cache" RENAME CONSTRAINT "forecast_cache_pkey" TO "pk_forecast_cache";
ALTER TABLE "core"."forecast_cache" RENAME CONSTRAINT "forecast_cache_location_id_fkey" TO "fk_forecast_cache_location_id_locations";
ALTER TABLE "core"."forecast_hourly" RENAME CONSTRAINT "forecast_hourly_pkey" TO "pk_forecast_hourly";
ALTER TABLE "core"."forecast_hourly" RENAME CONSTRAINT "forecast_hourly_location_id_fkey" TO "fk_forecast_hourly_location_id_locations";
ALTER INDEX "core"."ix_forecast_hourly_location_target" RENAME TO "ix_forecast_hourly_location_id_target_time";
ALTER TABLE "core"."llm_audit" RENAME CONSTRAINT "llm_audit_pkey" TO "pk_llm_audit";
ALTER TABLE "core"."llm_audit" RENAME CONSTRAINT "llm_audit_user_id_fkey" TO "fk_llm_audit_user_id_users";
ALTER TABLE "core"."location_group_members" RENAME CONSTRAINT "location_group_members_pkey" TO "pk_location_group_members";
ALTER TABLE "core"."location_group_members" RENAME CONSTRAINT "location_group_members_group_id_fkey" TO "fk_location_group_members_group_id_location_groups";
ALTER TABLE "core"."location_group_members" RENAME CONSTRAINT "location_group_members_location_id_fkey" TO "fk_location_group_members_location_id_locations";
ALTER INDEX "core"."ix_location_group_members_unique" RENAME TO "ix_location_group_members_group_id_location_id";
ALTER TABLE "core"."location_groups" RENAME CONSTRAINT "location_groups_pkey" TO "pk_location_groups";
ALTER TABLE "core"."location_groups" RENAME CONSTRAINT "location_groups_user_id_fkey" TO "fk_location_groups_user_id_users";
ALTER INDEX "core"."ix_location_groups_user_name" RENAME TO "ix_location_groups_user_id_name";
ALTER TABLE "core"."locations" RENAME CONSTRAINT "locations_pkey" TO "pk_locations";
ALTER TABLE "core"."locations" RENAME CONSTRAINT "locations_user_id_fkey" TO "fk_locations_user_id_users";
ALTER TABLE "core"."observation_hourly" RENAME CONSTRAINT "observation_hourly_pkey" TO "pk_observation_hourly";
ALTER TABLE "core"."observation_hourly" RENAME CONSTRAINT "observation_hourly_location_id_fkey" TO "fk_observation_hourly_location_id_locations";
ALTER INDEX "core"."ix_observation_hourly_location_time" RENAME TO "ix_observation_hourly_location_id_observed_at";
ALTER TABLE "core"."provider_run" RENAME CONSTRAINT "provider_run_pkey" TO "pk_provider_run";
ALTER TABLE "core"."provider_run" RENAME CONSTRAINT "provider_run_location_id_fkey" TO "fk_provider_run_location_id_locations";
ALTER INDEX "core"."ix_provider_run_provider_type_started" RENAME TO "ix_provider_run_provider_run_type_started_at";
ALTER TABLE "core"."trend_cache" RENAME CONSTRAINT "trend_cache_pkey" TO "pk_trend_cache";
ALTER TABLE "core"."trend_cache" RENAME CONSTRAINT "trend_cache_location_id_fkey" TO "fk_trend_cache_location_id_locations";
ALTER INDEX "core"."ix_trend_cache_unique" RENAME TO "ix_trend_cache_location_id_metric_period";
ALTER TABLE "core"."user_preferences" RENAME CONSTRAINT "user_preferences_pkey" TO "pk_user_preferences";
ALTER TABLE "core"."user_preferences" RENAME CONSTRAINT "user_preferences_user_id_key" TO "uq_user_preferences_user_id";
ALTER TABLE "core"."user_preferences" RENAME CONSTRAINT "user_preferences_dashboard_default_location_id_fkey" TO "fk_user_preferences_dashboard_default_location_id_locations";
ALTER TABLE "core"."user_preferences" RENAME CONSTRAINT "user_preferences_user_id_fkey" TO "fk_user_preferences_user_id_users";
ALTER TABLE "core"."user_profiles" RENAME CONSTRAINT "user_profiles_pkey" TO "pk_user_profiles";
ALTER TABLE "core"."user_profiles" RENAME CONSTRAINT "user_profiles_user_id_key" TO "uq_user_profiles_user_id";
ALTER TABLE "core"."user_profiles" RENAME CONSTRAINT "user_profiles_user_id_fkey" TO "fk_user_profiles_user_id_users";
ALTER TABLE "core"."users" RENAME CONSTRAINT "users_pkey" TO "pk_users";
