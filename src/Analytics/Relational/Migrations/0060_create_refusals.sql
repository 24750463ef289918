-- Requests of a platform that were refused, counted by day (in WIB) and reason; of what they held, nothing.
CREATE TABLE refusals (
  provider TEXT NOT NULL,
  day TEXT NOT NULL,
  status INTEGER NOT NULL,
  code TEXT NOT NULL,
  path TEXT NOT NULL,
  rule TEXT NOT NULL,
  requests BIGINT NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (provider, day, status, code, path, rule)
);

CREATE INDEX refusals_by_day ON refusals (day);

-- The latest of them one by one, a few of each platform.
CREATE TABLE recent_refusals (
  provider TEXT NOT NULL,
  refused_at TEXT NOT NULL,
  request TEXT NOT NULL,
  status INTEGER NOT NULL,
  code TEXT NOT NULL,
  path TEXT NOT NULL,
  rule TEXT NOT NULL,
  statement_index INTEGER
);

CREATE INDEX recent_refusals_by_provider ON recent_refusals (provider, refused_at);
