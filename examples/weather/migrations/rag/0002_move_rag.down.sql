-- part: move_rag 2/5
-- class: exact

ALTER INDEX "rag"."ix_documents_source_id" RENAME TO "ix_rag_documents_source_id";
ALTER TABLE "rag"."documents" RENAME CONSTRAINT "pk_documents" TO "rag_documents_pkey";
ALTER INDEX "rag"."ix_document_chunks_document_id" RENAME TO "ix_rag_document_chunks_document_id";
ALTER INDEX "rag"."ix_document_chunks_content_hash" RENAME TO "ix_rag_chunks_content_hash";
ALTER TABLE "rag"."document_chunks" RENAME CONSTRAINT "fk_document_chunks_document_id_documents" TO "rag_document_chunks_document_id_fkey";
ALTER TABLE "rag"."document_chunks" RENAME CONSTRAINT "pk_document_chunks" TO "rag_document_chunks_pkey";
ALTER TABLE "rag"."documents" RENAME TO "rag_documents";
ALTER TABLE "rag"."rag_documents" SET SCHEMA "public";
ALTER TABLE "rag"."document_chunks" RENAME TO "rag_document_chunks";
ALTER TABLE "rag"."rag_document_chunks" SET SCHEMA "public";
