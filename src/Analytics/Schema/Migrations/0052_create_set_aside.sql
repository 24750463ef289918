-- Messages of the stream that were not stored, with the reason and all of the message, so that they can be driven again. `id` is made from the
-- message's place in the stream: one that is consumed twice is set aside once. 1970 in `driven_at` means that nobody drove it again yet.
-- Engine: ReplacingMergeTree by `driven_at`, read with FINAL. Order key: the id. There are few of them.
CREATE TABLE IF NOT EXISTS set_aside
(
  id UUID,
  set_aside_at DateTime64(6, 'UTC'),
  reason LowCardinality(String),
  detail String,
  statement_id UUID,
  provider String,
  partition UInt32,
  message_offset Int64,
  message_key String CODEC(ZSTD(1)),
  message String CODEC(ZSTD(1)),
  driven_at DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(driven_at)
ORDER BY id
SETTINGS index_granularity = 256
