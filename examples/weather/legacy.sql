-- The database as it was before the move: one application, everything in `public`, names prefixed by hand.
--
-- 21 tables (18 of the application's core, 2 of its retrieval, and the version table of the tool that made them), 18 serial
-- sequences, 43 constraints under Postgres's own names, 65 indexes, of which 22 repeat a key or another index.

CREATE TABLE public.alembic_version (
    version_num varchar(32) CONSTRAINT alembic_version_pkc PRIMARY KEY
);
INSERT INTO public.alembic_version (version_num) VALUES ('20250825_0003');

CREATE TABLE public.users (
    id            serial PRIMARY KEY,
    email         varchar(255) NOT NULL,
    password_hash varchar(255) NOT NULL,
    timezone      varchar(50),
    prefs_json    text,
    created_at    timestamp
);
CREATE UNIQUE INDEX ix_users_email ON public.users (email);
CREATE INDEX ix_users_id ON public.users (id);

CREATE TABLE public.user_profiles (
    id               serial PRIMARY KEY,
    user_id          integer NOT NULL UNIQUE REFERENCES public.users (id),
    display_name     varchar(255),
    bio              varchar(500),
    avatar_url       varchar(500),
    time_zone        varchar(50),
    locale           varchar(10),
    theme_preference varchar(20),
    created_at       timestamp,
    updated_at       timestamp
);
CREATE INDEX ix_user_profiles_id ON public.user_profiles (id);
CREATE INDEX ix_user_profiles_user_id ON public.user_profiles (user_id);

CREATE TABLE public.locations (
    id         serial PRIMARY KEY,
    user_id    integer NOT NULL REFERENCES public.users (id),
    name       varchar(255) NOT NULL,
    lat        double precision NOT NULL,
    lon        double precision NOT NULL,
    timezone   varchar(50),
    created_at timestamp
);
CREATE INDEX ix_locations_id ON public.locations (id);

CREATE TABLE public.user_preferences (
    id                            serial PRIMARY KEY,
    user_id                       integer NOT NULL UNIQUE REFERENCES public.users (id),
    units_system                  varchar(20),
    dashboard_default_location_id integer REFERENCES public.locations (id),
    show_wind                     boolean,
    show_precip                   boolean,
    show_humidity                 boolean,
    json_settings                 text,
    created_at                    timestamp,
    updated_at                    timestamp
);
CREATE INDEX ix_user_preferences_id ON public.user_preferences (id);
CREATE INDEX ix_user_preferences_user_id ON public.user_preferences (user_id);

CREATE TABLE public.location_groups (
    id          serial PRIMARY KEY,
    user_id     integer NOT NULL REFERENCES public.users (id),
    name        varchar(255) NOT NULL,
    description varchar(500),
    created_at  timestamp
);
CREATE INDEX ix_location_groups_id ON public.location_groups (id);
CREATE INDEX ix_location_groups_user_name ON public.location_groups (user_id, name);

CREATE TABLE public.location_group_members (
    id          serial PRIMARY KEY,
    group_id    integer NOT NULL REFERENCES public.location_groups (id),
    location_id integer NOT NULL REFERENCES public.locations (id),
    added_at    timestamp
);
CREATE INDEX ix_location_group_members_id ON public.location_group_members (id);
CREATE UNIQUE INDEX ix_location_group_members_unique ON public.location_group_members (group_id, location_id);

CREATE TABLE public.observation_hourly (
    id             serial PRIMARY KEY,
    location_id    integer NOT NULL REFERENCES public.locations (id),
    observed_at    timestamp NOT NULL,
    temp_c         double precision,
    wind_kph       double precision,
    precip_mm      double precision,
    humidity_pct   double precision,
    condition_code varchar(100),
    source         varchar(100) NOT NULL,
    raw_json       text
);
CREATE INDEX ix_observation_hourly_id ON public.observation_hourly (id);
CREATE INDEX ix_observation_hourly_location_time ON public.observation_hourly (location_id, observed_at);

CREATE TABLE public.forecast_hourly (
    id                            serial PRIMARY KEY,
    location_id                   integer NOT NULL REFERENCES public.locations (id),
    forecast_issue_time           timestamp NOT NULL,
    target_time                   timestamp NOT NULL,
    temp_c                        double precision,
    precipitation_probability_pct double precision,
    wind_kph                      double precision,
    model_name                    varchar(100),
    source_run_id                 varchar(100),
    raw_json                      text
);
CREATE INDEX ix_forecast_hourly_id ON public.forecast_hourly (id);
CREATE INDEX ix_forecast_hourly_location_target ON public.forecast_hourly (location_id, target_time);

CREATE TABLE public.forecast_cache (
    id           serial PRIMARY KEY,
    location_id  integer NOT NULL REFERENCES public.locations (id),
    source       varchar(100) NOT NULL,
    fetched_at   timestamp,
    expires_at   timestamp NOT NULL,
    payload_json text NOT NULL
);
CREATE INDEX ix_forecast_cache_id ON public.forecast_cache (id);

CREATE TABLE public.forecast_accuracy (
    id                  serial PRIMARY KEY,
    location_id         integer NOT NULL REFERENCES public.locations (id),
    target_time         timestamp NOT NULL,
    forecast_issue_time timestamp NOT NULL,
    variable            varchar(50) NOT NULL,
    forecast_value      double precision,
    observed_value      double precision,
    abs_error           double precision,
    pct_error           double precision,
    created_at          timestamp
);
CREATE INDEX ix_forecast_accuracy_id ON public.forecast_accuracy (id);
CREATE INDEX ix_forecast_accuracy_location_target ON public.forecast_accuracy (location_id, target_time);

CREATE TABLE public.aggregation_daily (
    id                  serial PRIMARY KEY,
    location_id         integer NOT NULL REFERENCES public.locations (id),
    date                timestamp NOT NULL,
    temp_min_c          double precision,
    temp_max_c          double precision,
    avg_temp_c          double precision,
    total_precip_mm     double precision,
    max_wind_kph        double precision,
    heating_degree_days double precision,
    cooling_degree_days double precision,
    generated_at        timestamp
);
CREATE INDEX ix_aggregation_daily_id ON public.aggregation_daily (id);
CREATE INDEX ix_aggregation_daily_location_date ON public.aggregation_daily (location_id, date);

CREATE TABLE public.air_quality_hourly (
    id           serial PRIMARY KEY,
    location_id  integer NOT NULL REFERENCES public.locations (id),
    observed_at  timestamp NOT NULL,
    pm10         double precision,
    pm2_5        double precision,
    ozone        double precision,
    no2          double precision,
    so2          double precision,
    pollen_tree  double precision,
    pollen_grass double precision,
    pollen_weed  double precision,
    source       varchar(100) NOT NULL,
    raw_json     text
);
CREATE INDEX ix_air_quality_hourly_id ON public.air_quality_hourly (id);
CREATE INDEX ix_air_quality_hourly_location_time ON public.air_quality_hourly (location_id, observed_at);
CREATE UNIQUE INDEX ix_air_quality_hourly_location_time_source ON public.air_quality_hourly (location_id, observed_at, source);

CREATE TABLE public.astronomy_daily (
    id                       serial PRIMARY KEY,
    location_id              integer NOT NULL REFERENCES public.locations (id),
    date                     timestamp NOT NULL,
    sunrise_utc              timestamp,
    sunset_utc               timestamp,
    daylight_minutes         integer,
    moon_phase               double precision,
    civil_twilight_start_utc timestamp,
    civil_twilight_end_utc   timestamp,
    generated_at             timestamp NOT NULL
);
CREATE INDEX ix_astronomy_daily_id ON public.astronomy_daily (id);
CREATE UNIQUE INDEX ix_astronomy_daily_location_date ON public.astronomy_daily (location_id, date);

CREATE TABLE public.trend_cache (
    id             serial PRIMARY KEY,
    location_id    integer NOT NULL REFERENCES public.locations (id),
    metric         varchar(100) NOT NULL,
    period         varchar(20) NOT NULL,
    current_value  double precision,
    previous_value double precision,
    delta          double precision,
    pct_change     double precision,
    generated_at   timestamp
);
CREATE INDEX ix_trend_cache_id ON public.trend_cache (id);
CREATE UNIQUE INDEX ix_trend_cache_unique ON public.trend_cache (location_id, metric, period);

CREATE TABLE public.provider_run (
    id               serial PRIMARY KEY,
    provider         varchar(100) NOT NULL,
    run_type         varchar(50) NOT NULL,
    location_id      integer REFERENCES public.locations (id),
    started_at       timestamp NOT NULL,
    completed_at     timestamp,
    status           varchar(20) NOT NULL,
    records_ingested integer,
    error_message    text
);
CREATE INDEX ix_provider_run_id ON public.provider_run (id);
CREATE INDEX ix_provider_run_provider_type_started ON public.provider_run (provider, run_type, started_at);

CREATE TABLE public.analytics_query_audit (
    id            serial PRIMARY KEY,
    user_id       integer REFERENCES public.users (id),
    endpoint      varchar(100) NOT NULL,
    params_json   text,
    duration_ms   integer,
    rows_returned integer,
    created_at    timestamp
);
CREATE INDEX ix_analytics_query_audit_id ON public.analytics_query_audit (id);

CREATE TABLE public.llm_audit (
    id              serial PRIMARY KEY,
    user_id         integer REFERENCES public.users (id),
    endpoint        varchar(100) NOT NULL,
    model           varchar(100) NOT NULL,
    prompt_summary  varchar(200) NOT NULL,
    tokens_in       integer NOT NULL,
    tokens_out      integer NOT NULL,
    cost            double precision,
    has_air_quality boolean,
    has_astronomy   boolean,
    created_at      timestamp
);
CREATE INDEX ix_llm_audit_id ON public.llm_audit (id);

CREATE TABLE public.digest_audit (
    id                    serial PRIMARY KEY,
    user_id               integer NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
    date                  timestamp NOT NULL,
    generated_at          timestamp NOT NULL DEFAULT now(),
    cache_hit             boolean NOT NULL,
    forecast_signature    varchar(64),
    preferences_hash      varchar(64),
    prompt_version        varchar(50),
    model_name            varchar(100),
    tokens_in             integer,
    tokens_out            integer,
    latency_ms_preprocess integer,
    latency_ms_llm        integer,
    latency_ms_total      integer,
    reason                varchar(30),
    comfort_score         double precision,
    temp_peak_c           double precision,
    temp_peak_hour        integer,
    wind_peak_kph         double precision,
    wind_peak_hour        integer,
    rain_windows_json     text,
    activity_block_json   text
);
CREATE INDEX ix_digest_audit_date ON public.digest_audit (date);
CREATE INDEX ix_digest_audit_forecast_signature ON public.digest_audit (forecast_signature);
CREATE INDEX ix_digest_audit_prompt_version ON public.digest_audit (prompt_version);
CREATE INDEX ix_digest_audit_user_id ON public.digest_audit (user_id);

CREATE TABLE public.rag_documents (
    id         uuid PRIMARY KEY,
    source_id  varchar(255) NOT NULL,
    created_at timestamp NOT NULL DEFAULT now()
);
CREATE INDEX ix_rag_documents_id ON public.rag_documents (id);
CREATE INDEX ix_rag_documents_source_id ON public.rag_documents (source_id);

CREATE TABLE public.rag_document_chunks (
    id           uuid PRIMARY KEY,
    document_id  uuid NOT NULL REFERENCES public.rag_documents (id),
    idx          integer NOT NULL,
    content      text NOT NULL,
    content_hash varchar(255) NOT NULL,
    created_at   timestamp NOT NULL DEFAULT now()
);
CREATE INDEX ix_rag_chunks_content_hash ON public.rag_document_chunks (content_hash);
CREATE INDEX ix_rag_chunks_document_idx ON public.rag_document_chunks (document_id, idx);
CREATE INDEX ix_rag_document_chunks_content_hash ON public.rag_document_chunks (content_hash);
CREATE INDEX ix_rag_document_chunks_document_id ON public.rag_document_chunks (document_id);
CREATE INDEX ix_rag_document_chunks_id ON public.rag_document_chunks (id);
