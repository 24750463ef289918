-- person_learning stands in its place.
DROP TABLE IF EXISTS person_statements
