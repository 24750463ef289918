-- Gives a user another name, role and place, or ends or renews their right to sign in; their sessions end.
UPDATE users
SET display_name = @DisplayName, role = @Role, agency_code = @AgencyCode, provider = @Provider, person_id = @PersonId,
  disabled_at = @DisabledAt, stamp = @Stamp
WHERE user_name = @UserName
