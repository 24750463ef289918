-- Adds to the count of a reason that its provider's day has already.
UPDATE refusals
SET requests = requests + @Requests, last_at = CASE WHEN last_at > @LastAt THEN last_at ELSE @LastAt END
WHERE provider = @Provider AND day = @Day AND status = @Status AND code = @Code AND path = @Path AND rule = @Rule
