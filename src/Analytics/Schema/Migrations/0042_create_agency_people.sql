-- The rows of person_years once more, by agency and as lean as an agency's list and figures need them; credits without duplicates.
-- Filled by agency_people_feed in the same insert as person_years; where a person's agency or year is another now, the computation marks
-- the row gone before it stores the new one. Should an insert be cut off between the two, its people are computed again
-- (docs/decisions/0013).
-- Engine: ReplacingMergeTree by the moment the person's statements were read, as in person_years. Order key: an agency's people of a year;
-- the year is part of it, since FINAL replaces across partitions.
CREATE TABLE IF NOT EXISTS agency_people
(
  year UInt16,
  agency_code LowCardinality(String),
  person_id UUID,
  name String,
  unit LowCardinality(String),
  position_group LowCardinality(String),
  employment_type LowCardinality(String),
  status LowCardinality(String),
  min_jp Nullable(Decimal(12, 1)),
  counted_jp Decimal(12, 1),
  missing_jp Decimal(12, 1),
  hours Nested
  (
    form LowCardinality(String),
    provider LowCardinality(String),
    month UInt8,
    claimed_jp Decimal(18, 4),
    converted_jp Decimal(12, 1),
    counted_jp Decimal(12, 1)
  ),
  covered Array(LowCardinality(String)),
  computed_at DateTime64(6, 'UTC'),
  gone UInt8
)
ENGINE = ReplacingMergeTree(computed_at, gone)
PARTITION BY year
ORDER BY (year, agency_code, person_id)
SETTINGS index_granularity = 2048
