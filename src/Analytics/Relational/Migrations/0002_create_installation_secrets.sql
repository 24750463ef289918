-- Random keys made once for this installation. Without the one of the person ids nobody's record can be found again.
CREATE TABLE installation_secrets (
  name TEXT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL,
  made_at TEXT NOT NULL
);
