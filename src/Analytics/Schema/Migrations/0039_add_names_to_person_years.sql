-- How the person is called and where they work, as their latest spell has it: what a list of an agency's people shows and is searched by.
ALTER TABLE person_years
  ADD COLUMN IF NOT EXISTS name String AFTER year,
  ADD COLUMN IF NOT EXISTS unit LowCardinality(String) AFTER name,
  ADD COLUMN IF NOT EXISTS position_group LowCardinality(String) AFTER unit
