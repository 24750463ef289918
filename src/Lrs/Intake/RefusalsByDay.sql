-- How many requests of a provider, or of each, were refused on each day.
SELECT provider, day, SUM(requests) AS requests
FROM refusals
WHERE (@provider = '' OR provider = @provider) AND day >= @from AND day <= @to
GROUP BY provider, day
ORDER BY provider, day
