-- The statements once more, by learner and without their raw JSON: what the hours of a person are computed from, found without a scan.
-- Filled by the computation from `statements`, span by span of `stored`, never by a view: a view's rows may be missing after a crash.
-- Engine: ReplacingMergeTree, so that a span filled twice is there once. Order key: one learner's statements in the order they are counted.
CREATE TABLE IF NOT EXISTS learner_statements
(
  learner String,
  timestamp DateTime64(6, 'UTC'),
  id UUID,
  verb LowCardinality(String),
  object_id String,
  activities Array(String),
  success Nullable(Bool),
  completion Nullable(Bool),
  duration String,
  jp_extension String,
  certificate_number String,
  provider LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (learner, timestamp, id)
SETTINGS index_granularity = 1024
