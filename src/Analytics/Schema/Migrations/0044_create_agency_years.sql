-- The figures of an agency in a year, all in one row, so that no reader sees half of them; the nation's are the sums over its agencies.
-- Made of agency_people, for the agencies that anybody was computed in, after those rows are stored and before the watermarks move.
-- Engine: ReplacingMergeTree by the moment agency_people was read, read with FINAL: of two the one that saw more wins, a repetition
-- replaces itself. Order key: the year, which is what readers ask for, then the agency.
CREATE TABLE IF NOT EXISTS agency_years
(
  year UInt16,
  agency_code LowCardinality(String),
  standing Nested
  (
    employment_type LowCardinality(String),
    people UInt64,
    met UInt64,
    unmet UInt64,
    exempt UInt64,
    not_required UInt64,
    counted_jp Decimal(18, 1),
    computed_at DateTime64(6, 'UTC')
  ),
  hours Nested
  (
    dimensions UInt8,
    form LowCardinality(String),
    provider LowCardinality(String),
    month UInt8,
    credits UInt64,
    people UInt64,
    claimed_jp Decimal(18, 4),
    converted_jp Decimal(18, 1),
    counted_jp Decimal(18, 1)
  ),
  covered Nested
  (
    competency LowCardinality(String),
    people UInt64
  ),
  read_at DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(read_at)
ORDER BY (year, agency_code)
SETTINGS index_granularity = 64
