-- Every stored statement once: typed columns for what is filtered or counted, the raw JSON as it came.
-- Engine: plain MergeTree. One writer sees all copies of an id and looks before it inserts, so no row is ever there twice; a retry after
-- an unknown outcome looks again first. Order key: `stored` rises with every insert, so new parts lie at the end, lists by `stored` read
-- in order, and "what is new since" is one range. Values to filter by are found through statement_keys, which gives `stored`.
-- Granules are small, since a list of fifty statements reads fifty granules: 128 KiB and not 10 MiB for each.
-- Settings: every insert makes a part of a few rows, tens a second. Merged two dozen at a time, a row is rewritten half as often; without sparse
-- columns and marks of substreams a part has fewer files to create and to sync.
CREATE TABLE IF NOT EXISTS statements
(
  id UUID,
  stored DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
  timestamp DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
  provider LowCardinality(String),
  authority LowCardinality(String),
  version LowCardinality(String),
  verb LowCardinality(String),
  object_kind LowCardinality(String),
  object_id String,
  registration UUID,
  actor String,
  learners Array(String),
  activities Array(String),
  success Nullable(Bool),
  completion Nullable(Bool),
  duration String,
  jp_extension String,
  certificate_number String,
  voids UUID,
  filter_keys Array(UInt64),
  fingerprint FixedString(16),
  may_define Bool,
  raw String CODEC(ZSTD(1)),
  INDEX by_id id TYPE bloom_filter(0.001) GRANULARITY 32
)
ENGINE = MergeTree
ORDER BY (stored, id)
SETTINGS
  index_granularity_bytes = 131072,
  min_parts_to_merge_at_once = 24,
  ratio_of_defaults_for_sparse_serialization = 1,
  write_marks_for_substreams_in_compact_parts = 0
