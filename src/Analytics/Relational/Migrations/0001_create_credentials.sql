-- The credentials platforms sign their statements with. Of the secret only its SHA-256 is kept.
CREATE TABLE credentials (
  key TEXT NOT NULL PRIMARY KEY,
  secret_sha256 TEXT NOT NULL,
  provider TEXT NOT NULL,
  scopes TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL
);
