-- The statements stored at these moments, as the index sees them.
SELECT id, stored, filter_keys, if(object_kind = 'StatementRef', object_id, '') AS target
FROM statements
WHERE stored IN (SELECT key FROM moments)
