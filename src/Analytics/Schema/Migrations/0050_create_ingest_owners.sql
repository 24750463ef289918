-- Which ingest process holds each partition of the stream: the claim with the largest epoch, of equal ones the larger. Every insert of ingest
-- names the claims it was made under and is refused where one of them is no longer the last, so a process that was thought dead stores nothing.
-- Engine: ReplacingMergeTree, so that a claim whose insert is tried again is there once. Order key: all claims of a partition, which are few.
CREATE TABLE IF NOT EXISTS ingest_owners
(
  partition UInt32,
  epoch UInt64,
  claim UUID,
  process String,
  claimed_at DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (partition, epoch, claim)
SETTINGS index_granularity = 256
