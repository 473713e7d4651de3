-- Data worth moving: 175,881 rows, the same at each run. The texts hold what breaks careless tools (quotes, backslashes,
-- line ends, several scripts, nothing at all), the numbers NaN, the infinities and a negative zero, the rest NULLs.
--
-- Everything is written as sets, so that a Postgres in WebAssembly takes it in a few seconds too.

INSERT INTO public.users (email, password_hash, timezone, prefs_json, created_at)
SELECT 'user' || n || '@' || (ARRAY['example.org', 'exämple.de', '例え.jp', 'xn--r8jz45g.jp'])[1 + n % 4],
       '$argon2id$v=19$m=65536,t=3,p=4$' || md5('salt' || n) || '$' || md5('hash' || n),
       (ARRAY['Europe/Berlin', 'Asia/Tōkyō', NULL, 'America/São_Paulo', ''])[1 + n % 5],
       CASE WHEN n % 3 > 0 THEN '{"theme": "dark", "quote": "it''s \"fine\"", "path": "C:\\weather\\' || n || '"}' END,
       timestamp '2024-01-01' + n * interval '1 hour 7 minutes 0.123456 seconds'
FROM generate_series(1, 200) AS n;

INSERT INTO public.user_profiles
    (user_id, display_name, bio, avatar_url, time_zone, locale, theme_preference, created_at, updated_at)
SELECT n,
       (ARRAY['Zoë Ångström', '李小龍', 'أحمد بن ماجد', 'Ольга', 'O''Brien', 'back\slash', '🌦️ Ωmega', '', NULL])[1 + n % 9],
       CASE WHEN n % 4 > 0 THEN repeat('Watches the sky; ', n % 29) || E'first line\r\nsecond\tline' END,
       'https://example.org/avatars/' || n || '.png?size=100%25&v=''1''',
       'UTC', (ARRAY['de_DE', 'ja_JP', 'ar'])[1 + n % 3], (ARRAY['dark', 'light', NULL])[1 + n % 3],
       timestamp '2024-01-02' + n * interval '1 hour', NULL
FROM generate_series(1, 200) AS n;

INSERT INTO public.locations (user_id, name, lat, lon, timezone, created_at)
SELECT 1 + n % 200,
       (ARRAY['Köln', 'Reykjavík', '東京', 'Москва', 'Coeur d''Alene', 'Łódź', '"Quoted"', 'São Paulo'])[1 + n % 8] || ' ' || n,
       CASE n WHEN 499 THEN float8 '-0' WHEN 500 THEN float8 'NaN' ELSE (n * 7919 % 18000)::float8 / 100 - 90 END,
       (n * 104729 % 36000)::float8 / 100 - 180,
       CASE WHEN n % 6 > 0 THEN 'Etc/GMT-' || n % 12 END,
       timestamp '2024-02-01' + n * interval '37 minutes'
FROM generate_series(1, 500) AS n;

INSERT INTO public.user_preferences
    (user_id, units_system, dashboard_default_location_id, show_wind, show_precip, show_humidity, json_settings, created_at)
SELECT n, (ARRAY['metric', 'imperial', NULL])[1 + n % 3], CASE WHEN n % 5 > 0 THEN n * 2 END,
       n % 2 = 0, (ARRAY[true, false, NULL])[1 + n % 3], n % 7 > 0,
       CASE WHEN n % 2 = 0 THEN '{"note": "naïve \\ café", "n": ' || n || '}' ELSE '' END,
       timestamp '2024-02-02' + n * interval '1 day'
FROM generate_series(1, 180) AS n;

INSERT INTO public.location_groups (user_id, name, description, created_at)
SELECT 1 + n % 200, 'Group ' || n || ' – «été»', CASE WHEN n % 3 > 0 THEN repeat('x', n) END, timestamp '2024-03-01' + n * interval '1 hour'
FROM generate_series(1, 300) AS n;

INSERT INTO public.location_group_members (group_id, location_id, added_at)
SELECT g, 1 + (g * 7 + k * 101) % 500, CASE WHEN k > 1 THEN timestamp '2024-03-02' + g * interval '1 minute' END
FROM generate_series(1, 300) AS g, generate_series(0, 4) AS k;

INSERT INTO public.observation_hourly
    (location_id, observed_at, temp_c, wind_kph, precip_mm, humidity_pct, condition_code, source, raw_json)
SELECT 1 + n % 500, timestamp '2025-01-01' + (n / 500) * interval '1 hour',
       CASE WHEN n % 997 = 0 THEN float8 'NaN' WHEN n % 1499 = 0 THEN float8 '-Infinity' WHEN n % 11 > 0 THEN (n * 7919::int8 % 6000)::float8 / 100 - 20 END,
       (n % 1200)::float8 / 7, CASE WHEN n % 5 = 0 THEN 0.1 + (n % 90)::float8 / 3 END, n % 101,
       (ARRAY['clear', 'Schneefall', '薄曇り', 'orage', NULL])[1 + n % 5], (ARRAY['open-meteo', 'dwd', 'o''neill'])[1 + n % 3],
       CASE WHEN n % 4 = 0 THEN '{"t":' || n || ',"s":"a\"b\\c"}' END
FROM generate_series(1, 50000) AS n;

INSERT INTO public.forecast_hourly
    (location_id, forecast_issue_time, target_time, temp_c, precipitation_probability_pct, wind_kph, model_name, source_run_id, raw_json)
SELECT 1 + n % 500, timestamp '2025-01-01' + (n / 5000) * interval '6 hours', timestamp '2025-01-01' + (n / 500) * interval '1 hour',
       (n * 104729::int8 % 5000)::float8 / 100 - 15, n % 101, (n % 900)::float8 / 11,
       (ARRAY['ICON-D2', 'GFS', NULL])[1 + n % 3], 'run-' || n / 5000, CASE WHEN n % 10 = 0 THEN '{"hour":' || n || '}' END
FROM generate_series(1, 30000) AS n;

INSERT INTO public.forecast_cache (location_id, source, fetched_at, expires_at, payload_json)
SELECT 1 + n % 500, 'open-meteo', timestamp '2025-01-03' + n * interval '1 minute',
       CASE WHEN n % 100 = 0 THEN timestamp 'infinity' ELSE timestamp '2025-01-04' + n * interval '1 minute' END,
       '{"hourly": [' || repeat('{"t": ' || n || ', "text": "Böen \\ ''stark''"},', 1 + n % 40) || 'null]}'
FROM generate_series(1, 1000) AS n;

INSERT INTO public.forecast_accuracy
    (location_id, target_time, forecast_issue_time, variable, forecast_value, observed_value, abs_error, pct_error, created_at)
SELECT 1 + n % 500, timestamp '2025-01-01' + (n / 500) * interval '1 hour', timestamp '2024-12-31',
       (ARRAY['temp_c', 'wind_kph'])[1 + n % 2], n % 40, n % 37, abs(n % 40 - n % 37),
       CASE WHEN n % 37 = 0 THEN float8 'Infinity' ELSE abs(n % 40 - n % 37) * 100.0::float8 / (n % 37) END,
       timestamp '2025-01-05'
FROM generate_series(1, 10000) AS n;

INSERT INTO public.aggregation_daily
    (location_id, date, temp_min_c, temp_max_c, avg_temp_c, total_precip_mm, max_wind_kph, heating_degree_days, cooling_degree_days, generated_at)
SELECT 1 + n % 500, timestamp '2025-01-01' + (n / 500) * interval '1 day', n % 20 - 10, n % 20, (n % 20)::float8 - 1.0 / 3,
       (n % 70)::float8 / 9, n % 120, 18 - n % 18, NULL, timestamp '2025-02-01 00:00:00.000001'
FROM generate_series(1, 7500) AS n;

INSERT INTO public.air_quality_hourly
    (location_id, observed_at, pm10, pm2_5, ozone, no2, so2, pollen_tree, pollen_grass, pollen_weed, source, raw_json)
SELECT 1 + n % 500, timestamp '2025-01-01' + (n / 500) * interval '1 hour', n % 80, (n % 50)::float8 / 3, n % 180,
       CASE WHEN n % 3 > 0 THEN n % 60 END, 1e-300 * n, NULL, n % 9, float8 '-0', 'cams', NULL
FROM generate_series(1, 10000) AS n;

INSERT INTO public.astronomy_daily
    (location_id, date, sunrise_utc, sunset_utc, daylight_minutes, moon_phase, civil_twilight_start_utc, civil_twilight_end_utc, generated_at)
SELECT 1 + n % 500, day, CASE WHEN n % 50 > 0 THEN day + interval '7 hours' + n % 90 * interval '1 minute' END,
       CASE WHEN n % 50 > 0 THEN day + interval '17 hours' + n % 90 * interval '1 minute' END,
       600 + n % 300, (n % 29)::float8 / 29, day + interval '6 hours', day + interval '18 hours', timestamp '2025-01-01'
FROM (SELECT n, timestamp '2025-01-01' + (n / 500) * interval '1 day' AS day FROM generate_series(1, 7500) AS n) AS days;

INSERT INTO public.trend_cache
    (location_id, metric, period, current_value, previous_value, delta, pct_change, generated_at)
SELECT location, metric, period, location % 30, location % 29, location % 30 - location % 29, NULL, timestamp '2025-01-06'
FROM generate_series(1, 500) AS location, unnest(ARRAY['temp_c', 'precip_mm']) AS metric, unnest(ARRAY['7d', '30d']) AS period;

INSERT INTO public.provider_run
    (provider, run_type, location_id, started_at, completed_at, status, records_ingested, error_message)
SELECT (ARRAY['open-meteo', 'dwd', 'cams'])[1 + n % 3], (ARRAY['forecast', 'observation'])[1 + n % 2], CASE WHEN n % 8 > 0 THEN 1 + n % 500 END,
       timestamp '2025-01-01' + n * interval '13 minutes', CASE WHEN n % 6 > 0 THEN timestamp '2025-01-01' + n * interval '14 minutes' END,
       CASE WHEN n % 6 > 0 THEN 'ok' ELSE 'failed' END, n % 1000,
       CASE WHEN n % 6 = 0 THEN E'HTTP 503: "Service Unavailable"\n\tat fetch (C:\\provider\\run.py:' || n || ')' END
FROM generate_series(1, 3000) AS n;

INSERT INTO public.analytics_query_audit (user_id, endpoint, params_json, duration_ms, rows_returned, created_at)
SELECT CASE WHEN n % 9 > 0 THEN 1 + n % 200 END, '/analytics/trends', '{"q": "température > ' || n % 40 || '; DROP TABLE users; --"}',
       n % 5000, n % 300, timestamp '2025-01-01' + n * interval '3 minutes'
FROM generate_series(1, 5000) AS n;

INSERT INTO public.llm_audit
    (user_id, endpoint, model, prompt_summary, tokens_in, tokens_out, cost, has_air_quality, has_astronomy, created_at)
SELECT CASE WHEN n % 12 > 0 THEN 1 + n % 200 END, '/chat', 'model-' || n % 4, 'Wird es morgen regnen? ☔ #' || n, n % 4000, n % 900,
       (n % 4000)::float8 * 0.000003, n % 2 = 0, (ARRAY[true, false, NULL])[1 + n % 3], timestamp '2025-01-01' + n * interval '5 minutes'
FROM generate_series(1, 3000) AS n;
-- Ids were given out and not used: the sequence is ahead of the rows.
SELECT setval('public.llm_audit_id_seq', 4711);

INSERT INTO public.digest_audit
    (user_id, date, generated_at, cache_hit, forecast_signature, preferences_hash, prompt_version, model_name, tokens_in, tokens_out,
     latency_ms_preprocess, latency_ms_llm, latency_ms_total, reason, comfort_score, temp_peak_c, temp_peak_hour, wind_peak_kph,
     wind_peak_hour, rain_windows_json, activity_block_json)
SELECT 1 + n % 200, timestamp '2025-01-01' + (n / 200) * interval '1 day', timestamp '2025-01-01 05:00' + n * interval '1 second', n % 3 = 0,
       md5('forecast' || n % 500) || md5('signature' || n % 500), md5('preferences' || n % 200), 'v' || n % 5, CASE WHEN n % 3 > 0 THEN 'model-1' END,
       n % 3000, n % 700, n % 40, CASE WHEN n % 3 > 0 THEN n % 2500 END, n % 2600, CASE WHEN n % 3 = 0 THEN 'cache' END,
       (n % 100)::float8 / 10, n % 35, n % 24, (n % 90)::float8 / 1.6, n % 24, '[["06:00", "08:30"]]', NULL
FROM generate_series(1, 2000) AS n;

INSERT INTO public.rag_documents (id, source_id, created_at)
SELECT md5('document ' || n)::uuid, (ARRAY['handbook/', 'Merkblätter/', '気象庁/', 'it''s/', 'a\b/'])[1 + n % 5] || n,
       timestamp '2025-03-01' + n * interval '1 minute 0.000001 seconds'
FROM generate_series(1, 2000) AS n;

INSERT INTO public.rag_document_chunks (id, document_id, idx, content, content_hash, created_at)
SELECT md5('chunk ' || document || '.' || idx)::uuid, md5('document ' || document)::uuid, idx, content, md5(content) || md5(content || '!'),
       timestamp '2025-03-02' + document * interval '1 minute'
FROM (
    SELECT document, idx,
           CASE
               -- Too large for a page and hard to compress: these live in the table's TOAST relation.
               WHEN idx = 7 AND document % 100 = 0 THEN (SELECT string_agg(md5(document || '/' || piece), '') FROM generate_series(1, 3000) AS piece)
               WHEN idx = 11 AND document % 50 = 0 THEN repeat('Große Wetterlage: Tief über Island, Hoch über den Azoren. ', 2000)
               WHEN idx = 13 AND document % 40 = 0 THEN ''
               ELSE 'Piece ' || idx || ' of document ' || document || E': „Wind'' & Wetter“ \\ 天気 🌧️\n' || repeat('The rain falls on the just and the unjust. ', 1 + idx % 6)
           END AS content
    FROM generate_series(1, 2000) AS document, generate_series(0, 19) AS idx
) AS pieces;
