-- The statements that name a certificate, by its number: who else claims learning by the same one. Filled by the computation from
-- `statements`, span by span of `stored`.
-- Engine: ReplacingMergeTree, so that a span filled twice is there once. Order key: a certificate, then what makes a learner's statement.
CREATE TABLE IF NOT EXISTS certificate_claims
(
  certificate_number String,
  learner String,
  timestamp DateTime64(6, 'UTC'),
  id UUID,
  verb LowCardinality(String),
  success Nullable(Bool),
  completion Nullable(Bool),
  provider LowCardinality(String)
)
ENGINE = ReplacingMergeTree
ORDER BY (certificate_number, learner, timestamp, id)
SETTINGS index_granularity = 1024
