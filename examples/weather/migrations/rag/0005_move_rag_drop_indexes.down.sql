-- no-transaction
-- part: move_rag 5/5
-- class: exact

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"rag"."ix_rag_chunks_document_idx"')
CREATE INDEX CONCURRENTLY "ix_rag_chunks_document_idx" ON "rag"."document_chunks" USING btree ("document_id", "idx");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"rag"."ix_rag_document_chunks_content_hash"')
CREATE INDEX CONCURRENTLY "ix_rag_document_chunks_content_hash" ON "rag"."document_chunks" USING btree ("content_hash");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"rag"."ix_rag_document_chunks_id"')
CREATE INDEX CONCURRENTLY "ix_rag_document_chunks_id" ON "rag"."document_chunks" USING btree ("id");

-- done-when: SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass('"rag"."ix_rag_documents_id"')
CREATE INDEX CONCURRENTLY "ix_rag_documents_id" ON "rag"."documents" USING btree ("id");
