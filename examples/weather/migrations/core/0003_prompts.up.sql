-- part: prompts 1/2
-- creates: core.ingest_jobs
-- creates: core.pk_ingest_jobs
-- creates: core.ix_ingest_jobs_requested_at
-- creates: core.ix_ingest_jobs_requested_by
-- creates: core.ingest_jobs_id_seq

CREATE SEQUENCE "core"."ingest_jobs_id_seq" AS integer;

CREATE TABLE "core"."ingest_jobs" (
    "id" integer NOT NULL DEFAULT pg_catalog.nextval('"core"."ingest_jobs_id_seq"'::pg_catalog.regclass),
    "requested_by" integer NOT NULL,
    "source" character varying(255) NOT NULL,
    "documents_done" integer NOT NULL DEFAULT 0,
    "requested_at" timestamp without time zone NOT NULL DEFAULT now(),
    "finished_at" timestamp without time zone,
    "error_message" text,
    CONSTRAINT "pk_ingest_jobs" PRIMARY KEY ("id"),
    CONSTRAINT "ck_ingest_jobs_documents_done_not_negative" CHECK (documents_done >= 0)
);

ALTER SEQUENCE "core"."ingest_jobs_id_seq" OWNED BY "core"."ingest_jobs"."id";
CREATE INDEX "ix_ingest_jobs_requested_at" ON "core"."ingest_jobs" USING btree ("requested_at") WHERE finished_at IS NULL;
CREATE INDEX "ix_ingest_jobs_requested_by" ON "core"."ingest_jobs" USING btree ("requested_by");
COMMENT ON TABLE "core"."ingest_jobs" IS 'Runs that take documents in; a job without finished_at is still open.';
ALTER TABLE "core"."ingest_jobs" ADD CONSTRAINT "fk_ingest_jobs_requested_by_users" FOREIGN KEY ("requested_by") REFERENCES "core"."users" ("id");
