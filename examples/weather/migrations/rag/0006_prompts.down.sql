-- part: prompts 2/2
-- class: exact
-- drops-table: rag.prompt_versions

ALTER TABLE "rag"."prompt_versions" DROP CONSTRAINT "fk_prompt_versions_created_by_users";
DROP TABLE "rag"."prompt_versions";
