-- Every object of the database that is not Postgres's own, a row each: what it is, and everything that can be said of it.
-- Names are qualified because the search path is empty; object identifiers never appear.
WITH schemas AS (
    SELECT oid, nspname FROM pg_namespace
    WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
), relations AS (
    SELECT c.*, format('%I.%I', s.nspname, c.relname) AS label FROM pg_class AS c JOIN schemas AS s ON s.oid = c.relnamespace
)
SELECT format('schema %I', s.nspname) AS object,
       format('owner %s, rights %s, comment %L', pg_get_userbyid(n.nspowner), n.nspacl, obj_description(n.oid, 'pg_namespace')) AS definition
FROM schemas AS s JOIN pg_namespace AS n USING (oid)
UNION ALL
SELECT format('relation %s', r.label),
       format('kind %s, persistence %s, owner %s, rights %s, options %s, identity %s, row security %s %s, tablespace %s, comment %L',
              r.relkind, r.relpersistence, pg_get_userbyid(r.relowner), r.relacl, r.reloptions, r.relreplident,
              r.relrowsecurity, r.relforcerowsecurity, r.reltablespace, obj_description(r.oid, 'pg_class'))
FROM relations AS r
UNION ALL
SELECT format('column %s.%I', r.label, a.attname),
       format('number %s, type %s, not null %s, default %L, identity %L, generated %L, collation %s, storage %s, options %s, rights %s, comment %L',
              a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
              (SELECT format('%I', collname) FROM pg_collation WHERE oid = a.attcollation), a.attstorage, a.attoptions, a.attacl,
              col_description(r.oid, a.attnum))
FROM relations AS r
JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0
LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
UNION ALL
SELECT format('constraint %s.%I', coalesce(r.label, t.typname), c.conname),
       format('%s, validated %s, index %s, comment %L', pg_get_constraintdef(c.oid), c.convalidated,
              (SELECT label FROM relations WHERE relations.oid = c.conindid), obj_description(c.oid, 'pg_constraint'))
FROM pg_constraint AS c JOIN schemas AS s ON s.oid = c.connamespace
LEFT JOIN relations AS r ON r.oid = c.conrelid
LEFT JOIN pg_type AS t ON t.oid = c.contypid
UNION ALL
SELECT format('index %s', r.label),
       format('%s, valid %s, clustered %s, identity %s', pg_get_indexdef(x.indexrelid), x.indisvalid, x.indisclustered, x.indisreplident)
FROM pg_index AS x JOIN relations AS r ON r.oid = x.indexrelid
UNION ALL
SELECT format('sequence %s', r.label),
       format('%s from %s by %s between %s and %s, cache %s, cycle %s, owned by %s', format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement,
              q.seqmin, q.seqmax, q.seqcache, q.seqcycle,
              (SELECT format('%s.%I', o.label, a.attname) FROM pg_depend AS d JOIN relations AS o ON o.oid = d.refobjid
               JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
               WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i')))
FROM pg_sequence AS q JOIN relations AS r ON r.oid = q.seqrelid
UNION ALL
SELECT format('view %s', r.label), pg_get_viewdef(r.oid) FROM relations AS r WHERE r.relkind IN ('v', 'm')
UNION ALL
SELECT format('trigger %s.%I', r.label, t.tgname), format('%s, enabled %s', pg_get_triggerdef(t.oid), t.tgenabled)
FROM pg_trigger AS t JOIN relations AS r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT format('policy %s.%I', r.label, p.polname),
       format('%s %s to %s using %s check %s', p.polcmd, p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid),
              pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy AS p JOIN relations AS r ON r.oid = p.polrelid
UNION ALL
SELECT format('function %s', p.oid::regprocedure), format('owner %s, rights %s, %s', pg_get_userbyid(p.proowner), p.proacl, p.prosrc)
FROM pg_proc AS p JOIN schemas AS s ON s.oid = p.pronamespace
UNION ALL
SELECT format('type %I.%I', s.nspname, t.typname),
       format('kind %s, owner %s, rights %s, labels %s', t.typtype, pg_get_userbyid(t.typowner), t.typacl,
              (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
FROM pg_type AS t JOIN schemas AS s ON s.oid = t.typnamespace
UNION ALL
SELECT format('default rights %s %s %s', d.defaclrole::regrole, coalesce(s.nspname, 'everywhere'), d.defaclobjtype), format('%s', d.defaclacl)
FROM pg_default_acl AS d LEFT JOIN schemas AS s ON s.oid = d.defaclnamespace
UNION ALL
SELECT format('extension %I', e.extname), format('version %s in %s', e.extversion, e.extnamespace::regnamespace) FROM pg_extension AS e
UNION ALL
SELECT format('publication %I', p.pubname), format('%s %s', p.puballtables, (SELECT array_agg(format('%I.%I', t.schemaname, t.tablename) ORDER BY t.schemaname, t.tablename) FROM pg_publication_tables AS t WHERE t.pubname = p.pubname))
FROM pg_publication AS p
ORDER BY 1, 2
