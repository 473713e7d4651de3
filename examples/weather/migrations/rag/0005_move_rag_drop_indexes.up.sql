-- INDEX_DROPPED: ACCESS EXCLUSIVE for a moment; queries that use the index become slower unless another one serves them.

-- part: move_rag 5/5
-- expect: index public.rag_document_chunks "ix_rag_chunks_document_idx" = btree ("document_id", "idx")
-- expect: index public.rag_document_chunks "ix_rag_document_chunks_content_hash" = btree ("content_hash")
-- expect: index public.rag_document_chunks "ix_rag_document_chunks_id" = btree ("id")
-- expect: index public.rag_documents "ix_rag_documents_id" = btree ("id")
-- hazard: INDEX_DROPPED rag.ix_rag_chunks_document_idx on rag.document_chunks
-- hazard: INDEX_DROPPED rag.ix_rag_document_chunks_content_hash on rag.document_chunks
-- hazard: INDEX_DROPPED rag.ix_rag_document_chunks_id on rag.document_chunks
-- hazard: INDEX_DROPPED rag.ix_rag_documents_id on rag.documents

DROP INDEX "rag"."ix_rag_chunks_document_idx";
DROP INDEX "rag"."ix_rag_document_chunks_content_hash";
DROP INDEX "rag"."ix_rag_document_chunks_id";
DROP INDEX "rag"."ix_rag_documents_id";
