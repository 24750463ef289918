-- What a learner learnt on a platform that counts for nobody: on its local day nobody was this learner, or the activity was not registered.
-- One row says everything of a learner and platform, so that lists of what was not recognised read neither statements nor identifiers.
-- Kept by the computation for each learner of whom a statement, an identifier, a person or an activity is another (Computing/NotRecognised);
-- a row with nothing left in it is gone.
-- Engine: ReplacingMergeTree by the moment the learner's statements were read, so that the same computed twice is there once, and of two
-- computations the one that read later stands. Order key: a learner, as the computation asks.
CREATE TABLE IF NOT EXISTS not_recognised
(
  learner String,
  provider LowCardinality(String),
  kind LowCardinality(String) MATERIALIZED multiIf(startsWith(learner, 'account:'), 'account', startsWith(learner, 'mailto:'), 'mbox', startsWith(learner, 'sha1:'), 'mbox_sha1sum', 'openid'),
  source LowCardinality(String) MATERIALIZED multiIf(kind = 'account', concat(splitByChar('|', learner)[1], '|'), kind = 'mbox', lower(concat('@', splitByChar('@', learner)[-1])), ''),
  unknown_learner UInt32,
  last_unknown_learner Date32,
  learning Nested
  (
    id UUID,
    day Date32,
    unknown_learner Bool,
    unregistered String
  ),
  read_at DateTime64(6, 'UTC'),
  gone UInt8
)
ENGINE = ReplacingMergeTree(read_at, gone)
ORDER BY (learner, provider)
SETTINGS index_granularity = 1024
