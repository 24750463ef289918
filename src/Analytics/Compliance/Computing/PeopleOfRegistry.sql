-- The people whose own rows, whose agency's or one of whose identifiers was imported since a moment.
SELECT DISTINCT person_id
FROM people
WHERE imported_at > {registry:DateTime64(6, 'UTC')}
  OR agency_code IN (SELECT agency_code FROM agencies WHERE imported_at > {registry:DateTime64(6, 'UTC')})
UNION DISTINCT
SELECT DISTINCT person_id
FROM identifiers
WHERE ifi IN (SELECT ifi FROM identifiers WHERE imported_at > {registry:DateTime64(6, 'UTC')})
