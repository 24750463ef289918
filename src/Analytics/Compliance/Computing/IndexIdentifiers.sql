-- Copies the identifiers imported since a moment into person_identifiers.
INSERT INTO person_identifiers (person_id, ifi, valid_from, valid_to, imported_at)
SELECT person_id, ifi, valid_from, valid_to, imported_at
FROM identifiers
WHERE imported_at > {registry:DateTime64(6, 'UTC')}
