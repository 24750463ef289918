-- The people who sign in to the pages. A user name is kept in lower case; the stamp changes when running sessions have to end.
CREATE TABLE users (
  user_name TEXT NOT NULL PRIMARY KEY,
  display_name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('lan', 'agency', 'vendor')),
  agency_code TEXT,
  provider TEXT,
  stamp TEXT NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((role = 'agency') = (agency_code IS NOT NULL)),
  CHECK ((role = 'vendor') = (provider IS NOT NULL))
);
