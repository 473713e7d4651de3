-- part: move_rag 5/5
-- expect: index public.rag_document_chunks "ix_rag_chunks_document_idx" = btree ("document_id", "idx")
-- expect: index public.rag_document_chunks "ix_rag_document_chunks_content_hash" = btree ("content_hash")
-- expect: index public.rag_document_chunks "ix_rag_document_chunks_id" = btree ("id")
-- expect: index public.rag_documents "ix_rag_documents_id" = btree ("id")
-- hazard: INDEX_DROPPED on rag.document_chunks: queries that use `ix_rag_chunks_document_idx` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on rag.document_chunks: queries that use `ix_rag_document_chunks_content_hash` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on rag.document_chunks: queries that use `ix_rag_document_chunks_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment
-- hazard: INDEX_DROPPED on rag.documents: queries that use `ix_rag_documents_id` become slower unless another index serves them; ACCESS EXCLUSIVE for a moment

DROP INDEX "rag"."ix_rag_chunks_document_idx";
DROP INDEX "rag"."ix_rag_document_chunks_content_hash";
DROP INDEX "rag"."ix_rag_document_chunks_id";
DROP INDEX "rag"."ix_rag_documents_id";
