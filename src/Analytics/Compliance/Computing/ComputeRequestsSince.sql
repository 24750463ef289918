-- What imports asked to be computed since a moment, the latest first: whoever reads as many as the limit computes everyone.
SELECT requested_at, toString(kind) AS kind, key
FROM compute_requests
WHERE requested_at > {after:DateTime64(6, 'UTC')}
ORDER BY requested_at DESC
LIMIT {limit:UInt32}
