-- Keeps a new user; changes nothing where the name is taken.
INSERT INTO users (user_name, display_name, password_hash, role, agency_code, provider, stamp, created_at)
VALUES (@UserName, @DisplayName, @PasswordHash, @Role, @AgencyCode, @Provider, @Stamp, @CreatedAt)
ON CONFLICT (user_name) DO NOTHING
