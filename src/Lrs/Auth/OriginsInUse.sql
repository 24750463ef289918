-- The lists of origins of all living credentials.
SELECT DISTINCT allowed_origins FROM credentials
WHERE allowed_origins <> '' AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > @now)
