-- no-transaction
-- part: move_rag 3/5
-- class: exact

-- done-when: SELECT pg_catalog.to_regclass('"rag"."uq_document_chunks_document_id_idx"') IS NULL
DROP INDEX CONCURRENTLY "rag"."uq_document_chunks_document_id_idx";
