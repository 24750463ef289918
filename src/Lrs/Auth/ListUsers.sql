-- A page of the users by name, of all or of a role, whose user name or displayed name has a part.
SELECT * FROM users
WHERE user_name > @after
  AND (@role = '' OR role = @role)
  AND (lower(user_name) LIKE @pattern ESCAPE '!' OR lower(display_name) LIKE @pattern ESCAPE '!')
ORDER BY user_name
LIMIT @limit
