-- Notes who did what to a credential; in the transaction that does it.
INSERT INTO credential_changes (changed_at, key, change, detail, caller) VALUES (@ChangedAt, @Key, @Change, @Detail, @Caller)
