-- The earliest and the latest import of each stretch of rows: who was imported since a moment is asked every second.
ALTER TABLE people ADD INDEX IF NOT EXISTS by_imported_at imported_at TYPE minmax GRANULARITY 16
