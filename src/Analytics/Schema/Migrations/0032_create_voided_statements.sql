-- The ids of statements that a voiding statement names, whether they are stored already or not.
-- Engine: ReplacingMergeTree, so that a span filled twice is there once. Order key: the id, which is all there is to ask for.
CREATE TABLE IF NOT EXISTS voided_statements
(
  id UUID
)
ENGINE = ReplacingMergeTree
ORDER BY id
SETTINGS index_granularity = 1024
