-- A digest of all that the computation said of the person's year: whether a repetition says the same is known without reading it.
-- 0 where a row has none, and then the row itself is read.
ALTER TABLE person_years ADD COLUMN IF NOT EXISTS content UInt64
