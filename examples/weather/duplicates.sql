-- What the old schema never forbade: 26 pieces of documents that are there more than once, one of them three times.
INSERT INTO public.rag_document_chunks (id, document_id, idx, content, content_hash, created_at)
SELECT md5('copy ' || copy || ' of ' || id)::uuid, document_id, idx, content, content_hash, created_at
FROM public.rag_document_chunks, generate_series(1, 2) AS copy
WHERE document_id IN (SELECT md5('document ' || n)::uuid FROM generate_series(1, 13) AS n)
  AND idx IN (3, 4)
  AND (copy = 1 OR (document_id = md5('document 1')::uuid AND idx = 3));
