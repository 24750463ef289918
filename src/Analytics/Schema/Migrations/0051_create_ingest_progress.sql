-- How far each partition of the stream is stored. Nothing in it falls: `next_offset` is the first message not known to be stored, `last_stored`
-- the latest `stored` of a statement, `stored_through` the moment at or before which no statement of the partition is stored any more,
-- `accepted_through` the moment up to which everything that Kafka accepted is stored. Read as the maximum of each.
-- Engine: ReplacingMergeTree by `stored_through`, which rises with every row of a partition. Order key: the partition.
CREATE TABLE IF NOT EXISTS ingest_progress
(
  partition UInt32,
  next_offset Int64,
  last_stored DateTime64(6, 'UTC'),
  stored_through DateTime64(6, 'UTC'),
  accepted_through DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(stored_through)
ORDER BY partition
SETTINGS index_granularity = 256
