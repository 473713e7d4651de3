-- part: prompts 1/2
-- class: exact
-- drops-table: core.ingest_jobs

ALTER TABLE "core"."ingest_jobs" DROP CONSTRAINT "fk_ingest_jobs_requested_by_users";
DROP TABLE "core"."ingest_jobs";
