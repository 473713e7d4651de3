CREATE SCHEMA core;
CREATE SCHEMA rag;
CREATE TABLE core.locations (
    id serial CONSTRAINT pk_locations PRIMARY KEY,
    name text NOT NULL CONSTRAINT uq_locations_name UNIQUE,
    elevation_m double precision,
    active boolean NOT NULL
);
CREATE TABLE core.location_members (
    location_id integer NOT NULL CONSTRAINT fk_location_members_location_id_locations REFERENCES core.locations,
    user_name text NOT NULL,
    role text NOT NULL,
    CONSTRAINT pk_location_members PRIMARY KEY (location_id, user_name)
);
CREATE TABLE core.tags (name text CONSTRAINT pk_tags PRIMARY KEY);
CREATE TABLE core.documents (id uuid CONSTRAINT pk_documents PRIMARY KEY, body text NOT NULL);
CREATE TABLE rag.documents (
    id uuid CONSTRAINT pk_documents PRIMARY KEY,
    source_id text NOT NULL CONSTRAINT uq_documents_source_id UNIQUE,
    title text,
    location_id integer CONSTRAINT fk_documents_location_id_locations REFERENCES core.locations,
    created_at timestamp NOT NULL DEFAULT now()
);
CREATE TABLE rag.document_chunks (
    id uuid CONSTRAINT pk_document_chunks PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT fk_document_chunks_document_id_documents REFERENCES rag.documents ON DELETE CASCADE,
    idx integer NOT NULL CONSTRAINT ck_document_chunks_idx_not_negative CHECK (idx >= 0),
    content text NOT NULL,
    CONSTRAINT uq_document_chunks_document_id_idx UNIQUE (document_id, idx)
);
