-- Who did what to which credential, and when: made, rotated, its origins set, revoked. Only ever added to, never a secret in it.
CREATE TABLE credential_changes (
  changed_at TEXT NOT NULL,
  key TEXT NOT NULL,
  change TEXT NOT NULL,
  detail TEXT NOT NULL,
  caller TEXT NOT NULL
);

CREATE INDEX credential_changes_by_key ON credential_changes (key, changed_at);
