//! Tables change their schema and their name, with everything that belongs to them.

use super::Pair;

const CROWDED: &str = "
    CREATE TABLE public.rag_documents (
        id serial PRIMARY KEY,
        source_id varchar(255) NOT NULL,
        created_at timestamp NOT NULL DEFAULT now()
    );
    CREATE INDEX ix_rag_documents_source_id ON public.rag_documents (source_id);
    CREATE TABLE public.rag_document_chunks (
        id uuid PRIMARY KEY,
        document_id integer NOT NULL REFERENCES public.rag_documents ON DELETE CASCADE,
        idx integer NOT NULL CHECK (idx >= 0),
        content text
    );
    CREATE INDEX by_document ON public.rag_document_chunks (document_id, idx DESC) WHERE content IS NOT NULL;
    COMMENT ON TABLE public.rag_documents IS 'what answers are drawn from';
    COMMENT ON COLUMN public.rag_documents.source_id IS 'it''s theirs';
    COMMENT ON INDEX public.by_document IS 'kept';
    INSERT INTO public.rag_documents (source_id) SELECT 's' || n FROM generate_series(1, 100) n;
";

const OWNED: &str = "
    CREATE SCHEMA rag;
    CREATE SEQUENCE rag.documents_id_seq AS integer;
    CREATE TABLE rag.documents (
        id integer NOT NULL DEFAULT nextval('rag.documents_id_seq'),
        source_id varchar(255) NOT NULL,
        created_at timestamp NOT NULL DEFAULT now(),
        CONSTRAINT pk_documents PRIMARY KEY (id)
    );
    ALTER SEQUENCE rag.documents_id_seq OWNED BY rag.documents.id;
    CREATE INDEX ix_documents_source_id ON rag.documents (source_id);
    CREATE TABLE rag.document_chunks (
        id uuid,
        document_id integer NOT NULL,
        idx integer NOT NULL,
        content text,
        CONSTRAINT pk_document_chunks PRIMARY KEY (id),
        CONSTRAINT ck_document_chunks_idx CHECK (idx >= 0),
        CONSTRAINT fk_document_chunks_document_id_documents FOREIGN KEY (document_id) REFERENCES rag.documents ON DELETE CASCADE
    );
    CREATE INDEX ix_document_chunks_document_id_idx ON rag.document_chunks (document_id, idx DESC) WHERE content IS NOT NULL;
    COMMENT ON TABLE rag.documents IS 'what answers are drawn from';
    COMMENT ON COLUMN rag.documents.source_id IS 'it''s theirs';
    COMMENT ON INDEX rag.ix_document_chunks_document_id_idx IS 'kept';
";

#[tokio::test]
async fn tables_move_with_all_that_is_theirs() {
    let outcome = Pair {
        before: CROWDED,
        after: OWNED,
        moves: &[
            ("public.rag_documents", "rag.documents"),
            ("public.rag_document_chunks", "rag.document_chunks"),
        ],
        ..Pair::default()
    }
    .holds("moves")
    .await;
    let statements: Vec<&str> = outcome
        .migrations
        .iter()
        .flat_map(|migration| &migration.up.statements)
        .map(|statement| statement.sql.split_whitespace().next().unwrap_or_default())
        .collect();
    assert!(
        statements
            .iter()
            .all(|verb| ["CREATE", "ALTER", "DO"].contains(verb)),
        "a move only creates the schema and alters: {statements:?}"
    );
}

#[tokio::test]
async fn a_table_is_renamed_in_its_schema_and_its_sequence_with_it() {
    Pair {
        before: "CREATE TABLE public.people (id serial CONSTRAINT pk_people PRIMARY KEY, name text)",
        after: "CREATE TABLE public.users (id serial CONSTRAINT pk_users PRIMARY KEY, name text)",
        moves: &[("public.people", "public.users")],
        ..Pair::default()
    }
    .holds("renamed")
    .await;
}

#[tokio::test]
async fn an_identity_moves_along() {
    Pair {
        before: "CREATE TABLE public.a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)",
        after: "CREATE SCHEMA app; CREATE TABLE app.a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)",
        moves: &[("public.a", "app.a")],
        ..Pair::default()
    }
    .holds("identity")
    .await;
}

#[tokio::test]
async fn tables_that_reference_each_other_move_together() {
    let tables = |schema: &str| {
        format!(
            "CREATE TABLE {schema}.a (id int CONSTRAINT pk_a PRIMARY KEY, b int);
             CREATE TABLE {schema}.b (id int CONSTRAINT pk_b PRIMARY KEY, a int CONSTRAINT fk_b_a REFERENCES {schema}.a);
             ALTER TABLE {schema}.a ADD CONSTRAINT fk_a_b FOREIGN KEY (b) REFERENCES {schema}.b;
             ALTER TABLE {schema}.a ADD COLUMN parent int CONSTRAINT fk_a_parent REFERENCES {schema}.a;"
        )
    };
    Pair {
        before: &tables("public"),
        after: &format!("CREATE SCHEMA app; {}", tables("app")),
        moves: &[("public.a", "app.a"), ("public.b", "app.b")],
        ..Pair::default()
    }
    .holds("mutual")
    .await;
}

#[tokio::test]
async fn a_file_is_called_by_plain_letters_whatever_the_index_is_called() {
    let outcome = Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, n int)",
        after: "CREATE TABLE public.a (id int PRIMARY KEY, n int); CREATE INDEX \"Ix foo/bar\" ON public.a (n)",
        ..Pair::default()
    }
    .holds("odd_name")
    .await;
    assert_eq!(outcome.migrations[0].name, "change_build_ix_foo_bar");
}
