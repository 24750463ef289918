-- Copies the identifiers imported since a moment into identifier_sources.
INSERT INTO identifier_sources (ifi, valid_from, person_id, imported_at)
SELECT ifi, valid_from, person_id, imported_at
FROM identifiers
WHERE imported_at > {registry:DateTime64(6, 'UTC')}
