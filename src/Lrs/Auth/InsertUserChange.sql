-- Notes who did what to a user; in the transaction that does it.
INSERT INTO user_changes (changed_at, user_name, change, detail, caller) VALUES (@ChangedAt, @UserName, @Change, @Detail, @Caller)
