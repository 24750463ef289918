-- The latest refusals of a provider.
SELECT refused_at, request, status, code, path, rule, statement_index
FROM recent_refusals
WHERE provider = @provider
ORDER BY refused_at DESC
LIMIT @limit
