-- The latest moment at which a statement of a span of `stored` was stored.
SELECT max(stored) AS latest
FROM statements
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')}
