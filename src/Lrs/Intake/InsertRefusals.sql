-- Begins the count of a reason, or adds to it: "other" may be there already.
INSERT INTO refusals (provider, day, status, code, path, rule, requests, last_at)
VALUES (@Provider, @Day, @Status, @Code, @Path, @Rule, @Requests, @LastAt)
ON CONFLICT (provider, day, status, code, path, rule) DO UPDATE
SET requests = refusals.requests + excluded.requests,
    last_at = CASE WHEN refusals.last_at > excluded.last_at THEN refusals.last_at ELSE excluded.last_at END
