-- The latest moment at which a statement was stored.
SELECT max(stored)
FROM statements
