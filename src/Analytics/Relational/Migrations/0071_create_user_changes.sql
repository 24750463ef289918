-- Who did what to a user, and when. Only ever added to.
CREATE TABLE user_changes (
  changed_at TEXT NOT NULL,
  user_name TEXT NOT NULL,
  change TEXT NOT NULL,
  detail TEXT NOT NULL,
  caller TEXT NOT NULL
);

CREATE INDEX user_changes_by_user ON user_changes (user_name, changed_at);

CREATE INDEX users_by_voucher ON users (vouched_by);
