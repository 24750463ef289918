-- Where a filter finds its statements: for each value of FilterKey, the `stored` of the statements that have it, in the order of lists.
-- A statement that refers to another is found by that one's values too (xAPI Communication 2.1.3): `via` is then the `stored` of the one
-- whose value it is, else 1970. All values of one filter must be of one statement, so they are compared together with `via`.
-- Filled by KeyIndex from `statements`, span by span of `stored`, never by a view: an insert of statements costs what it did, and
-- after a crash the span is filled again. The row of key 0 says how far it is filled; it is of the same part as the rows it speaks for.
-- Engine: ReplacingMergeTree, so that a span filled twice is there once. Order key: one value's statements, in the order of `stored`.
CREATE TABLE IF NOT EXISTS statement_keys
(
  key UInt64 CODEC(ZSTD(1)),
  stored DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
  via DateTime64(6, 'UTC') CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (key, stored, via)
SETTINGS index_granularity = 1024
