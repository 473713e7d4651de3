-- part: move_rag 4/5
-- class: exact
-- undoes: rag/0003

ALTER TABLE "rag"."document_chunks" DROP CONSTRAINT "uq_document_chunks_document_id_idx";
