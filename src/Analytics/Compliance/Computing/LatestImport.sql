-- The latest moment at which a row of the registry was imported.
SELECT max(latest) AS latest
FROM
(
  SELECT max(imported_at) AS latest FROM activities
  UNION ALL
  SELECT max(imported_at) FROM agencies
  UNION ALL
  SELECT max(imported_at) FROM identifiers
  UNION ALL
  SELECT max(imported_at) FROM people
)
