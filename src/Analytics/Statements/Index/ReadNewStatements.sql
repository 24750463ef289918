-- What the index has not seen: the statements of a span of `stored`, in the order of `stored`.
SELECT id, stored, filter_keys, if(object_kind = 'StatementRef', object_id, '') AS target
FROM statements
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')}
ORDER BY stored
LIMIT {limit:UInt32}
SETTINGS max_threads = 1
