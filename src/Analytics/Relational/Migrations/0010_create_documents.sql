-- The documents of State, Agent Profile and Activity Profile (xAPI Communication 2.2). What a resource does not have is '', so is "no
-- registration". Keys are SHA-256 of the columns after them, because an index of PostgreSQL does not hold IRIs of any length; BYTEA is
-- PostgreSQL's name for bytes, and SQLite keeps bytes as they are in a column of any name.
CREATE TABLE documents (
  key TEXT NOT NULL PRIMARY KEY,
  context TEXT NOT NULL,
  resource TEXT NOT NULL CHECK (resource IN ('state', 'agent_profile', 'activity_profile')),
  provider TEXT NOT NULL,
  activity_id TEXT NOT NULL,
  agent TEXT NOT NULL,
  registration TEXT NOT NULL,
  id TEXT NOT NULL,
  content_type TEXT NOT NULL,
  contents BYTEA NOT NULL,
  etag TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE INDEX documents_by_context ON documents (context);
