-- The answer of the computation: one row for each person and year, the credits inside it, so that no reader sees half a person.
-- Engine: ReplacingMergeTree by the moment the person's statements were read, read with FINAL: of two computations the one that knew more
-- wins, and a repetition replaces itself. A row of a year that a person no longer has is marked gone. Order key: the person, then the year;
-- partitioned by year because every report is of one.
CREATE TABLE IF NOT EXISTS person_years
(
  person_id UUID,
  year UInt16,
  agency_code LowCardinality(String),
  employment_type LowCardinality(String),
  status LowCardinality(String),
  min_jp Nullable(Decimal(12, 1)),
  max_jp Nullable(Decimal(12, 1)),
  requirement_rule LowCardinality(String),
  target_jp Nullable(Decimal(12, 1)),
  target_met Bool,
  claimed_jp Decimal(18, 4),
  converted_jp Decimal(12, 1),
  counted_jp Decimal(12, 1),
  missing_jp Decimal(12, 1),
  credits Nested
  (
    statement_id UUID,
    activity_iri String,
    title String,
    provider LowCardinality(String),
    form LowCardinality(String),
    level LowCardinality(String),
    date Date32,
    timestamp DateTime64(6, 'UTC'),
    claimed_jp Decimal(18, 4),
    converted_jp Decimal(12, 1),
    counted_jp Decimal(12, 1),
    duplicate Bool,
    reductions Array(Tuple(rule LowCardinality(String), jp Decimal(18, 4)))
  ),
  covered Nested
  (
    competency LowCardinality(String),
    date Date32
  ),
  computed_at DateTime64(6, 'UTC'),
  gone UInt8
)
ENGINE = ReplacingMergeTree(computed_at, gone)
PARTITION BY year
ORDER BY (person_id, year)
SETTINGS index_granularity = 1024
