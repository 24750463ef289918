-- Keeps a new credential; of its secret only the hash.
INSERT INTO credentials (key, secret_sha256, provider, scopes, name, created_at, created_by, allowed_origins, expires_at)
VALUES (@Key, @SecretSha256, @Provider, @Scopes, @Name, @CreatedAt, @CreatedBy, @AllowedOrigins, @ExpiresAt)
