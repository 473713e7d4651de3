-- TABLE_MOVED: ACCESS EXCLUSIVE for a moment, no row is copied; clients and function bodies that say the old name, or find it by search_path, fail from then on.

-- part: move_rag 2/5
-- moves: public.rag_document_chunks -> rag.document_chunks
-- moves: public.rag_documents -> rag.documents
-- creates: rag.pk_document_chunks
-- creates: rag.ix_document_chunks_content_hash
-- creates: rag.ix_document_chunks_document_id
-- creates: rag.pk_documents
-- creates: rag.ix_documents_source_id
-- expect: table public.rag_document_chunks = ("content" text not null, "content_hash" character varying(255) not null, "created_at" timestamp without time zone not null default now(), "document_id" uuid not null, "id" uuid not null, "idx" integer not null)
-- expect: table public.rag_documents = ("created_at" timestamp without time zone not null default now(), "id" uuid not null, "source_id" character varying(255) not null)
-- expect: constraint public.rag_document_chunks "rag_document_chunks_pkey" like primary key ("id")
-- expect: constraint public.rag_document_chunks "rag_document_chunks_document_id_fkey" like foreign key ("document_id") references ("id") on update no action on delete no action
-- expect: index public.rag_document_chunks "ix_rag_chunks_content_hash" like btree ("content_hash")
-- expect: index public.rag_document_chunks "ix_rag_document_chunks_document_id" like btree ("document_id")
-- expect: constraint public.rag_documents "rag_documents_pkey" like primary key ("id")
-- expect: index public.rag_documents "ix_rag_documents_source_id" like btree ("source_id")
-- hazard: TABLE_MOVED public.rag_document_chunks -> rag.document_chunks
-- hazard: TABLE_MOVED public.rag_documents -> rag.documents

ALTER TABLE "public"."rag_document_chunks" SET SCHEMA "rag";
ALTER TABLE "rag"."rag_document_chunks" RENAME TO "document_chunks";
ALTER TABLE "public"."rag_documents" SET SCHEMA "rag";
ALTER TABLE "rag"."rag_documents" RENAME TO "documents";

DO $grant$
DECLARE
    who text;
BEGIN
    FOR who IN
        WITH moved AS (
            SELECT oid, relowner, relacl FROM pg_catalog.pg_class WHERE oid IN ('"rag"."document_chunks"'::pg_catalog.regclass, '"rag"."documents"'::pg_catalog.regclass)
        ), users (role) AS (
            SELECT relowner FROM moved
            UNION
            SELECT held.grantee FROM moved, LATERAL pg_catalog.aclexplode(relacl) AS held
            UNION
            SELECT held.grantee FROM moved
                JOIN pg_catalog.pg_attribute ON attrelid = moved.oid,
                LATERAL pg_catalog.aclexplode(attacl) AS held
        )
        SELECT CASE role WHEN 0 THEN 'PUBLIC'
            ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(role)) END
        FROM users, pg_catalog.pg_namespace AS schema
        WHERE schema.nspname = 'rag' AND role <> schema.nspowner
            AND NOT EXISTS (
                SELECT FROM pg_catalog.aclexplode(schema.nspacl) AS held
                WHERE held.privilege_type = 'USAGE' AND held.grantee = role)
        ORDER BY 1
    LOOP
        EXECUTE 'GRANT USAGE ON SCHEMA "rag" TO ' || who;
    END LOOP;
END
$grant$;

ALTER TABLE "rag"."document_chunks" RENAME CONSTRAINT "rag_document_chunks_pkey" TO "pk_document_chunks";
ALTER TABLE "rag"."document_chunks" RENAME CONSTRAINT "rag_document_chunks_document_id_fkey" TO "fk_document_chunks_document_id_documents";
ALTER INDEX "rag"."ix_rag_chunks_content_hash" RENAME TO "ix_document_chunks_content_hash";
ALTER INDEX "rag"."ix_rag_document_chunks_document_id" RENAME TO "ix_document_chunks_document_id";
ALTER TABLE "rag"."documents" RENAME CONSTRAINT "rag_documents_pkey" TO "pk_documents";
ALTER INDEX "rag"."ix_rag_documents_source_id" RENAME TO "ix_documents_source_id";
