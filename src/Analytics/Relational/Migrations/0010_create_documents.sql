-- The documents of State, Agent Profile and Activity Profile (xAPI Communication 2.2).
-- What a resource does not have is '', and so is no registration. The key is a SHA-256 of the columns that name the document, the context
-- one of those that a list has in common, because an index of PostgreSQL does not hold IRIs of any length. BYTEA is PostgreSQL's word for
-- bytes; SQLite keeps bytes as they are whatever the column's type is called.
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
