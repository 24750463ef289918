-- The inserts of ingest that run at this moment.
SELECT query_id
FROM system.processes
WHERE startsWith(query_id, 'ingest-')
