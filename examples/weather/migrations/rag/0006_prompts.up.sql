-- part: prompts 2/2
-- requires: core/0003
-- creates: rag.prompt_versions
-- creates: rag.pk_prompt_versions
-- creates: rag.uq_prompt_versions_name_version
-- creates: rag.ix_prompt_versions_created_by

CREATE TABLE "rag"."prompt_versions" (
    "id" uuid NOT NULL DEFAULT gen_random_uuid(),
    "name" character varying(100) NOT NULL,
    "version" integer NOT NULL,
    "template" text NOT NULL,
    "created_by" integer NOT NULL,
    "created_at" timestamp without time zone NOT NULL DEFAULT now(),
    CONSTRAINT "pk_prompt_versions" PRIMARY KEY ("id"),
    CONSTRAINT "uq_prompt_versions_name_version" UNIQUE ("name", "version"),
    CONSTRAINT "ck_prompt_versions_version_positive" CHECK (version > 0)
);

CREATE INDEX "ix_prompt_versions_created_by" ON "rag"."prompt_versions" USING btree ("created_by");
ALTER TABLE "rag"."prompt_versions" ADD CONSTRAINT "fk_prompt_versions_created_by_users" FOREIGN KEY ("created_by") REFERENCES "core"."users" ("id");
