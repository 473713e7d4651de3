-- What was there before the first migration. It runs only where nothing of it exists,
-- and no way back reverts it.
-- Not in it, because it is not managed: table public.alembic_version.

-- creates: public.aggregation_daily
-- creates: public.air_quality_hourly
-- creates: public.analytics_query_audit
-- creates: public.astronomy_daily
-- creates: public.digest_audit
-- creates: public.forecast_accuracy
-- creates: public.forecast_cache
-- creates: public.forecast_hourly
-- creates: public.llm_audit
-- creates: public.location_group_members
-- creates: public.location_groups
-- creates: public.locations
-- creates: public.observation_hourly
-- creates: public.provider_run
-- creates: public.rag_document_chunks
-- creates: public.rag_documents
-- creates: public.trend_cache
-- creates: public.user_preferences
-- creates: public.user_profiles
-- creates: public.users

CREATE SEQUENCE "public"."aggregation_daily_id_seq" AS integer;

CREATE TABLE "public"."aggregation_daily" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."aggregation_daily_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "date" timestamp without time zone NOT NULL,
    "temp_min_c" double precision,
    "temp_max_c" double precision,
    "avg_temp_c" double precision,
    "total_precip_mm" double precision,
    "max_wind_kph" double precision,
    "heating_degree_days" double precision,
    "cooling_degree_days" double precision,
    "generated_at" timestamp without time zone,
    CONSTRAINT "aggregation_daily_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."aggregation_daily_id_seq" OWNED BY "public"."aggregation_daily"."id";
CREATE INDEX "ix_aggregation_daily_id" ON "public"."aggregation_daily" USING btree ("id");
CREATE INDEX "ix_aggregation_daily_location_date" ON "public"."aggregation_daily" USING btree ("location_id", "date");
CREATE SEQUENCE "public"."air_quality_hourly_id_seq" AS integer;

CREATE TABLE "public"."air_quality_hourly" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."air_quality_hourly_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "observed_at" timestamp without time zone NOT NULL,
    "pm10" double precision,
    "pm2_5" double precision,
    "ozone" double precision,
    "no2" double precision,
    "so2" double precision,
    "pollen_tree" double precision,
    "pollen_grass" double precision,
    "pollen_weed" double precision,
    "source" character varying(100) NOT NULL,
    "raw_json" text,
    CONSTRAINT "air_quality_hourly_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."air_quality_hourly_id_seq" OWNED BY "public"."air_quality_hourly"."id";
CREATE INDEX "ix_air_quality_hourly_id" ON "public"."air_quality_hourly" USING btree ("id");
CREATE INDEX "ix_air_quality_hourly_location_time" ON "public"."air_quality_hourly" USING btree ("location_id", "observed_at");
CREATE UNIQUE INDEX "ix_air_quality_hourly_location_time_source" ON "public"."air_quality_hourly" USING btree ("location_id", "observed_at", "source");
CREATE SEQUENCE "public"."analytics_query_audit_id_seq" AS integer;

CREATE TABLE "public"."analytics_query_audit" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."analytics_query_audit_id_seq"'::pg_catalog.regclass),
    "user_id" integer,
    "endpoint" character varying(100) NOT NULL,
    "params_json" text,
    "duration_ms" integer,
    "rows_returned" integer,
    "created_at" timestamp without time zone,
    CONSTRAINT "analytics_query_audit_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."analytics_query_audit_id_seq" OWNED BY "public"."analytics_query_audit"."id";
CREATE INDEX "ix_analytics_query_audit_id" ON "public"."analytics_query_audit" USING btree ("id");
CREATE SEQUENCE "public"."astronomy_daily_id_seq" AS integer;

CREATE TABLE "public"."astronomy_daily" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."astronomy_daily_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "date" timestamp without time zone NOT NULL,
    "sunrise_utc" timestamp without time zone,
    "sunset_utc" timestamp without time zone,
    "daylight_minutes" integer,
    "moon_phase" double precision,
    "civil_twilight_start_utc" timestamp without time zone,
    "civil_twilight_end_utc" timestamp without time zone,
    "generated_at" timestamp without time zone NOT NULL,
    CONSTRAINT "astronomy_daily_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."astronomy_daily_id_seq" OWNED BY "public"."astronomy_daily"."id";
CREATE INDEX "ix_astronomy_daily_id" ON "public"."astronomy_daily" USING btree ("id");
CREATE UNIQUE INDEX "ix_astronomy_daily_location_date" ON "public"."astronomy_daily" USING btree ("location_id", "date");
CREATE SEQUENCE "public"."digest_audit_id_seq" AS integer;

CREATE TABLE "public"."digest_audit" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."digest_audit_id_seq"'::pg_catalog.regclass),
    "user_id" integer NOT NULL,
    "date" timestamp without time zone NOT NULL,
    "generated_at" timestamp without time zone NOT NULL DEFAULT now(),
    "cache_hit" boolean NOT NULL,
    "forecast_signature" character varying(64),
    "preferences_hash" character varying(64),
    "prompt_version" character varying(50),
    "model_name" character varying(100),
    "tokens_in" integer,
    "tokens_out" integer,
    "latency_ms_preprocess" integer,
    "latency_ms_llm" integer,
    "latency_ms_total" integer,
    "reason" character varying(30),
    "comfort_score" double precision,
    "temp_peak_c" double precision,
    "temp_peak_hour" integer,
    "wind_peak_kph" double precision,
    "wind_peak_hour" integer,
    "rain_windows_json" text,
    "activity_block_json" text,
    CONSTRAINT "digest_audit_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."digest_audit_id_seq" OWNED BY "public"."digest_audit"."id";
CREATE INDEX "ix_digest_audit_date" ON "public"."digest_audit" USING btree ("date");
CREATE INDEX "ix_digest_audit_forecast_signature" ON "public"."digest_audit" USING btree ("forecast_signature");
CREATE INDEX "ix_digest_audit_prompt_version" ON "public"."digest_audit" USING btree ("prompt_version");
CREATE INDEX "ix_digest_audit_user_id" ON "public"."digest_audit" USING btree ("user_id");
CREATE SEQUENCE "public"."forecast_accuracy_id_seq" AS integer;

CREATE TABLE "public"."forecast_accuracy" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."forecast_accuracy_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "target_time" timestamp without time zone NOT NULL,
    "forecast_issue_time" timestamp without time zone NOT NULL,
    "variable" character varying(50) NOT NULL,
    "forecast_value" double precision,
    "observed_value" double precision,
    "abs_error" double precision,
    "pct_error" double precision,
    "created_at" timestamp without time zone,
    CONSTRAINT "forecast_accuracy_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."forecast_accuracy_id_seq" OWNED BY "public"."forecast_accuracy"."id";
CREATE INDEX "ix_forecast_accuracy_id" ON "public"."forecast_accuracy" USING btree ("id");
CREATE INDEX "ix_forecast_accuracy_location_target" ON "public"."forecast_accuracy" USING btree ("location_id", "target_time");
CREATE SEQUENCE "public"."forecast_cache_id_seq" AS integer;

CREATE TABLE "public"."forecast_cache" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."forecast_cache_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "source" character varying(100) NOT NULL,
    "fetched_at" timestamp without time zone,
    "expires_at" timestamp without time zone NOT NULL,
    "payload_json" text NOT NULL,
    CONSTRAINT "forecast_cache_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."forecast_cache_id_seq" OWNED BY "public"."forecast_cache"."id";
CREATE INDEX "ix_forecast_cache_id" ON "public"."forecast_cache" USING btree ("id");
CREATE SEQUENCE "public"."forecast_hourly_id_seq" AS integer;

CREATE TABLE "public"."forecast_hourly" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."forecast_hourly_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "forecast_issue_time" timestamp without time zone NOT NULL,
    "target_time" timestamp without time zone NOT NULL,
    "temp_c" double precision,
    "precipitation_probability_pct" double precision,
    "wind_kph" double precision,
    "model_name" character varying(100),
    "source_run_id" character varying(100),
    "raw_json" text,
    CONSTRAINT "forecast_hourly_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."forecast_hourly_id_seq" OWNED BY "public"."forecast_hourly"."id";
CREATE INDEX "ix_forecast_hourly_id" ON "public"."forecast_hourly" USING btree ("id");
CREATE INDEX "ix_forecast_hourly_location_target" ON "public"."forecast_hourly" USING btree ("location_id", "target_time");
CREATE SEQUENCE "public"."llm_audit_id_seq" AS integer;

CREATE TABLE "public"."llm_audit" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."llm_audit_id_seq"'::pg_catalog.regclass),
    "user_id" integer,
    "endpoint" character varying(100) NOT NULL,
    "model" character varying(100) NOT NULL,
    "prompt_summary" character varying(200) NOT NULL,
    "tokens_in" integer NOT NULL,
    "tokens_out" integer NOT NULL,
    "cost" double precision,
    "has_air_quality" boolean,
    "has_astronomy" boolean,
    "created_at" timestamp without time zone,
    CONSTRAINT "llm_audit_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."llm_audit_id_seq" OWNED BY "public"."llm_audit"."id";
CREATE INDEX "ix_llm_audit_id" ON "public"."llm_audit" USING btree ("id");
CREATE SEQUENCE "public"."location_group_members_id_seq" AS integer;

CREATE TABLE "public"."location_group_members" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."location_group_members_id_seq"'::pg_catalog.regclass),
    "group_id" integer NOT NULL,
    "location_id" integer NOT NULL,
    "added_at" timestamp without time zone,
    CONSTRAINT "location_group_members_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."location_group_members_id_seq" OWNED BY "public"."location_group_members"."id";
CREATE INDEX "ix_location_group_members_id" ON "public"."location_group_members" USING btree ("id");
CREATE UNIQUE INDEX "ix_location_group_members_unique" ON "public"."location_group_members" USING btree ("group_id", "location_id");
CREATE SEQUENCE "public"."location_groups_id_seq" AS integer;

CREATE TABLE "public"."location_groups" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."location_groups_id_seq"'::pg_catalog.regclass),
    "user_id" integer NOT NULL,
    "name" character varying(255) NOT NULL,
    "description" character varying(500),
    "created_at" timestamp without time zone,
    CONSTRAINT "location_groups_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."location_groups_id_seq" OWNED BY "public"."location_groups"."id";
CREATE INDEX "ix_location_groups_id" ON "public"."location_groups" USING btree ("id");
CREATE INDEX "ix_location_groups_user_name" ON "public"."location_groups" USING btree ("user_id", "name");
CREATE SEQUENCE "public"."locations_id_seq" AS integer;

CREATE TABLE "public"."locations" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."locations_id_seq"'::pg_catalog.regclass),
    "user_id" integer NOT NULL,
    "name" character varying(255) NOT NULL,
    "lat" double precision NOT NULL,
    "lon" double precision NOT NULL,
    "timezone" character varying(50),
    "created_at" timestamp without time zone,
    CONSTRAINT "locations_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."locations_id_seq" OWNED BY "public"."locations"."id";
CREATE INDEX "ix_locations_id" ON "public"."locations" USING btree ("id");
CREATE SEQUENCE "public"."observation_hourly_id_seq" AS integer;

CREATE TABLE "public"."observation_hourly" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."observation_hourly_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "observed_at" timestamp without time zone NOT NULL,
    "temp_c" double precision,
    "wind_kph" double precision,
    "precip_mm" double precision,
    "humidity_pct" double precision,
    "condition_code" character varying(100),
    "source" character varying(100) NOT NULL,
    "raw_json" text,
    CONSTRAINT "observation_hourly_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."observation_hourly_id_seq" OWNED BY "public"."observation_hourly"."id";
CREATE INDEX "ix_observation_hourly_id" ON "public"."observation_hourly" USING btree ("id");
CREATE INDEX "ix_observation_hourly_location_time" ON "public"."observation_hourly" USING btree ("location_id", "observed_at");
CREATE SEQUENCE "public"."provider_run_id_seq" AS integer;

CREATE TABLE "public"."provider_run" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."provider_run_id_seq"'::pg_catalog.regclass),
    "provider" character varying(100) NOT NULL,
    "run_type" character varying(50) NOT NULL,
    "location_id" integer,
    "started_at" timestamp without time zone NOT NULL,
    "completed_at" timestamp without time zone,
    "status" character varying(20) NOT NULL,
    "records_ingested" integer,
    "error_message" text,
    CONSTRAINT "provider_run_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."provider_run_id_seq" OWNED BY "public"."provider_run"."id";
CREATE INDEX "ix_provider_run_id" ON "public"."provider_run" USING btree ("id");
CREATE INDEX "ix_provider_run_provider_type_started" ON "public"."provider_run" USING btree ("provider", "run_type", "started_at");

CREATE TABLE "public"."rag_document_chunks" (
    "id" uuid NOT NULL,
    "document_id" uuid NOT NULL,
    "idx" integer NOT NULL,
    "content" text NOT NULL,
    "content_hash" character varying(255) NOT NULL,
    "created_at" timestamp without time zone NOT NULL DEFAULT now(),
    CONSTRAINT "rag_document_chunks_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ix_rag_chunks_content_hash" ON "public"."rag_document_chunks" USING btree ("content_hash");
CREATE INDEX "ix_rag_chunks_document_idx" ON "public"."rag_document_chunks" USING btree ("document_id", "idx");
CREATE INDEX "ix_rag_document_chunks_content_hash" ON "public"."rag_document_chunks" USING btree ("content_hash");
CREATE INDEX "ix_rag_document_chunks_document_id" ON "public"."rag_document_chunks" USING btree ("document_id");
CREATE INDEX "ix_rag_document_chunks_id" ON "public"."rag_document_chunks" USING btree ("id");

CREATE TABLE "public"."rag_documents" (
    "id" uuid NOT NULL,
    "source_id" character varying(255) NOT NULL,
    "created_at" timestamp without time zone NOT NULL DEFAULT now(),
    CONSTRAINT "rag_documents_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ix_rag_documents_id" ON "public"."rag_documents" USING btree ("id");
CREATE INDEX "ix_rag_documents_source_id" ON "public"."rag_documents" USING btree ("source_id");
CREATE SEQUENCE "public"."trend_cache_id_seq" AS integer;

CREATE TABLE "public"."trend_cache" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."trend_cache_id_seq"'::pg_catalog.regclass),
    "location_id" integer NOT NULL,
    "metric" character varying(100) NOT NULL,
    "period" character varying(20) NOT NULL,
    "current_value" double precision,
    "previous_value" double precision,
    "delta" double precision,
    "pct_change" double precision,
    "generated_at" timestamp without time zone,
    CONSTRAINT "trend_cache_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."trend_cache_id_seq" OWNED BY "public"."trend_cache"."id";
CREATE INDEX "ix_trend_cache_id" ON "public"."trend_cache" USING btree ("id");
CREATE UNIQUE INDEX "ix_trend_cache_unique" ON "public"."trend_cache" USING btree ("location_id", "metric", "period");
CREATE SEQUENCE "public"."user_preferences_id_seq" AS integer;

CREATE TABLE "public"."user_preferences" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."user_preferences_id_seq"'::pg_catalog.regclass),
    "user_id" integer NOT NULL,
    "units_system" character varying(20),
    "dashboard_default_location_id" integer,
    "show_wind" boolean,
    "show_precip" boolean,
    "show_humidity" boolean,
    "json_settings" text,
    "created_at" timestamp without time zone,
    "updated_at" timestamp without time zone,
    CONSTRAINT "user_preferences_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_preferences_user_id_key" UNIQUE ("user_id")
);

ALTER SEQUENCE "public"."user_preferences_id_seq" OWNED BY "public"."user_preferences"."id";
CREATE INDEX "ix_user_preferences_id" ON "public"."user_preferences" USING btree ("id");
CREATE INDEX "ix_user_preferences_user_id" ON "public"."user_preferences" USING btree ("user_id");
CREATE SEQUENCE "public"."user_profiles_id_seq" AS integer;

CREATE TABLE "public"."user_profiles" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."user_profiles_id_seq"'::pg_catalog.regclass),
    "user_id" integer NOT NULL,
    "display_name" character varying(255),
    "bio" character varying(500),
    "avatar_url" character varying(500),
    "time_zone" character varying(50),
    "locale" character varying(10),
    "theme_preference" character varying(20),
    "created_at" timestamp without time zone,
    "updated_at" timestamp without time zone,
    CONSTRAINT "user_profiles_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_profiles_user_id_key" UNIQUE ("user_id")
);

ALTER SEQUENCE "public"."user_profiles_id_seq" OWNED BY "public"."user_profiles"."id";
CREATE INDEX "ix_user_profiles_id" ON "public"."user_profiles" USING btree ("id");
CREATE INDEX "ix_user_profiles_user_id" ON "public"."user_profiles" USING btree ("user_id");
CREATE SEQUENCE "public"."users_id_seq" AS integer;

CREATE TABLE "public"."users" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"public"."users_id_seq"'::pg_catalog.regclass),
    "email" character varying(255) NOT NULL,
    "password_hash" character varying(255) NOT NULL,
    "timezone" character varying(50),
    "prefs_json" text,
    "created_at" timestamp without time zone,
    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

ALTER SEQUENCE "public"."users_id_seq" OWNED BY "public"."users"."id";
CREATE UNIQUE INDEX "ix_users_email" ON "public"."users" USING btree ("email");
CREATE INDEX "ix_users_id" ON "public"."users" USING btree ("id");
ALTER TABLE "public"."aggregation_daily" ADD CONSTRAINT "aggregation_daily_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."air_quality_hourly" ADD CONSTRAINT "air_quality_hourly_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."analytics_query_audit" ADD CONSTRAINT "analytics_query_audit_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "public"."users" ("id");
ALTER TABLE "public"."astronomy_daily" ADD CONSTRAINT "astronomy_daily_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."digest_audit" ADD CONSTRAINT "digest_audit_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "public"."users" ("id") ON DELETE CASCADE;
ALTER TABLE "public"."forecast_accuracy" ADD CONSTRAINT "forecast_accuracy_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."forecast_cache" ADD CONSTRAINT "forecast_cache_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."forecast_hourly" ADD CONSTRAINT "forecast_hourly_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."llm_audit" ADD CONSTRAINT "llm_audit_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "public"."users" ("id");
ALTER TABLE "public"."location_group_members" ADD CONSTRAINT "location_group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "public"."location_groups" ("id");
ALTER TABLE "public"."location_group_members" ADD CONSTRAINT "location_group_members_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."location_groups" ADD CONSTRAINT "location_groups_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "public"."users" ("id");
ALTER TABLE "public"."locations" ADD CONSTRAINT "locations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "public"."users" ("id");
ALTER TABLE "public"."observation_hourly" ADD CONSTRAINT "observation_hourly_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."provider_run" ADD CONSTRAINT "provider_run_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."rag_document_chunks" ADD CONSTRAINT "rag_document_chunks_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "public"."rag_documents" ("id");
ALTER TABLE "public"."trend_cache" ADD CONSTRAINT "trend_cache_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."user_preferences" ADD CONSTRAINT "user_preferences_dashboard_default_location_id_fkey" FOREIGN KEY ("dashboard_default_location_id") REFERENCES "public"."locations" ("id");
ALTER TABLE "public"."user_preferences" ADD CONSTRAINT "user_preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "public"."users" ("id");
ALTER TABLE "public"."user_profiles" ADD CONSTRAINT "user_profiles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "public"."users" ("id");
