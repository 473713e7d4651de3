-- no-transaction
-- INDEX_BUILD: reads the whole table twice, without stopping readers or writers.

-- part: move_rag 3/5
-- creates: rag.uq_document_chunks_document_id_idx
-- expect: table public.rag_document_chunks = ("content" text not null, "content_hash" character varying(255) not null, "created_at" timestamp without time zone not null default now(), "document_id" uuid not null, "id" uuid not null, "idx" integer not null)
-- check: SELECT "document_id", "idx", count(*) AS rows FROM {rag.document_chunks} GROUP BY "document_id", "idx" HAVING count(*) > 1 ORDER BY "document_id", "idx"
-- because: `uq_document_chunks_document_id_idx` allows one row of rag.document_chunks for each (document_id, idx)
-- hazard: INDEX_BUILD rag.uq_document_chunks_document_id_idx on rag.document_chunks

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"rag"."uq_document_chunks_document_id_idx"')
CREATE UNIQUE INDEX CONCURRENTLY "uq_document_chunks_document_id_idx" ON "rag"."document_chunks" USING btree ("document_id", "idx");
