-- What was set aside, the latest first, without the messages themselves.
SELECT id, set_aside_at, reason, detail, statement_id, provider, partition, message_offset, driven_at
FROM set_aside FINAL
ORDER BY set_aside_at DESC, id
LIMIT {limit:UInt32}
