-- Gives a living credential a new secret; the one it had is valid until the overlap ends, the one before that no longer.
UPDATE credentials
SET previous_secret_sha256 = secret_sha256, previous_valid_until = @PreviousValidUntil, secret_sha256 = @SecretSha256
WHERE key = @Key AND revoked_at IS NULL
