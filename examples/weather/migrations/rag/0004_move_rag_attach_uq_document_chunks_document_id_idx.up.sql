-- part: move_rag 4/5

ALTER TABLE "rag"."document_chunks" ADD CONSTRAINT "uq_document_chunks_document_id_idx" UNIQUE USING INDEX "uq_document_chunks_document_id_idx";
