-- part: move_rag 1/5
-- creates-schema: rag

CREATE SCHEMA "rag";
