-- Notes which of the identifiers imported since a moment, or of all, have more than one registration in person_identifiers.
INSERT INTO shared_identifiers (ifi)
WITH (person_id, ifNull(valid_from, toDate32('1900-01-01'))) AS registration
SELECT ifi
FROM person_identifiers
WHERE {all:Bool} OR ifi IN (SELECT ifi FROM identifiers WHERE imported_at > {registry:DateTime64(6, 'UTC')})
GROUP BY ifi
HAVING min(registration) != max(registration)
SETTINGS max_bytes_before_external_group_by = 268435456
