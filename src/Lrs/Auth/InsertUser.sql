-- Keeps a new user; changes nothing where the name is taken.
INSERT INTO users (
  user_name, display_name, password_hash, role, agency_code, provider, person_id, stamp, created_at, initial_until, vouched_by)
VALUES (
  @UserName, @DisplayName, @PasswordHash, @Role, @AgencyCode, @Provider, @PersonId, @Stamp, @CreatedAt, @InitialUntil, @VouchedBy)
ON CONFLICT (user_name) DO NOTHING
