-- Changes whenever a row of the activities or the agencies does.
SELECT
  (SELECT concat(toString(count()), ' ', toString(max(imported_at))) FROM activities) AS activities,
  (SELECT concat(toString(count()), ' ', toString(max(imported_at))) FROM agencies) AS agencies
