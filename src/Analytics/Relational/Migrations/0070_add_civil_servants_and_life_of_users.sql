-- A user may be a civil servant, bound to the person in the registry; and what a user lives through.
-- An initial password and until when it is good, the last sign-in, being disabled, whose sign-in it is that another service vouches for
-- (issuer and subject; '' for a password).
-- A new table, because the roles stand in a check of the old one.
CREATE TABLE users_of_every_role (
  user_name TEXT NOT NULL PRIMARY KEY,
  display_name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('lan', 'agency', 'vendor', 'asn')),
  agency_code TEXT,
  provider TEXT,
  person_id TEXT,
  stamp TEXT NOT NULL,
  created_at TEXT NOT NULL,
  initial_until TEXT,
  last_sign_in_at TEXT,
  disabled_at TEXT,
  vouched_by TEXT NOT NULL DEFAULT '',
  CHECK ((role = 'agency') = (agency_code IS NOT NULL)),
  CHECK ((role = 'vendor') = (provider IS NOT NULL)),
  CHECK ((role = 'asn') = (person_id IS NOT NULL))
);

INSERT INTO users_of_every_role (user_name, display_name, password_hash, role, agency_code, provider, stamp, created_at)
SELECT user_name, display_name, password_hash, role, agency_code, provider, stamp, created_at FROM users;

DROP TABLE users;

ALTER TABLE users_of_every_role RENAME TO users;
