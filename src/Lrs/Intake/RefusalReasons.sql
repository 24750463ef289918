-- Why a provider's requests were refused in a span of days, and how many for each reason.
SELECT status, code, path, rule, SUM(requests) AS requests, MAX(last_at) AS last_at
FROM refusals
WHERE provider = @provider AND day >= @from AND day <= @to
GROUP BY status, code, path, rule
ORDER BY requests DESC, last_at DESC, code, path
