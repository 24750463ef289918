-- The identifiers by what they come from, a mail domain or the site of an account: whose people have the same, to tell whose a learner seems.
-- Filled by the computation from `identifiers`, by span of `imported_at`.
-- Engine: ReplacingMergeTree, so that a span filled twice is there once. Order key: a source, then what makes a row of `identifiers`.
CREATE TABLE IF NOT EXISTS identifier_sources
(
  source LowCardinality(String) MATERIALIZED multiIf(startsWith(ifi, 'account:'), concat(splitByChar('|', ifi)[1], '|'), startsWith(ifi, 'mailto:'), lower(concat('@', splitByChar('@', ifi)[-1])), ''),
  ifi String,
  valid_from Nullable(Date32),
  person_id UUID,
  imported_at DateTime64(6, 'UTC')
)
ENGINE = ReplacingMergeTree(imported_at)
ORDER BY (source, ifi, ifNull(valid_from, toDate32('1900-01-01')))
SETTINGS index_granularity = 8192
