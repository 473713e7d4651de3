-- part: move_rag 1/5
-- class: exact

DROP SCHEMA "rag";
