-- What a credential lives through: which pages may use it, until when, its secret before the last rotation, its last use, its end.
-- Origins are separated by spaces; a day is that of UTC. A revoked credential stays, so that a list can tell what there was.
ALTER TABLE credentials ADD COLUMN allowed_origins TEXT NOT NULL DEFAULT '';
ALTER TABLE credentials ADD COLUMN expires_at TEXT;
ALTER TABLE credentials ADD COLUMN previous_secret_sha256 TEXT;
ALTER TABLE credentials ADD COLUMN previous_valid_until TEXT;
ALTER TABLE credentials ADD COLUMN last_used_on TEXT;
ALTER TABLE credentials ADD COLUMN revoked_at TEXT;
