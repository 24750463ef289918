-- The identifiers by whom they are, or ever were, registered to: people's own are read without everybody's.
-- Filled by the computation from `identifiers`, by span of `imported_at`. Unlike there a registration to somebody else replaces nothing
-- here, so of an identifier in `shared_identifiers` only `identifiers` tells whose it is.
-- Engine: ReplacingMergeTree, so that a span filled twice is there once. Order key: a person, as the computation asks, then what makes a row of `identifiers`.
CREATE TABLE IF NOT EXISTS person_identifiers
(
  person_id UUID,
  ifi String,
  valid_from Nullable(Date32),
  valid_to Nullable(Date32),
  imported_at DateTime64(6, 'UTC') CODEC(Delta(8), ZSTD(1))
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (person_id, ifi, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 1024
