-- The keys session cookies are protected with: here and not in a file, so that every copy of the program reads the same ones.
CREATE TABLE session_keys (
  name TEXT NOT NULL PRIMARY KEY,
  xml TEXT NOT NULL
);
