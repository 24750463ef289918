-- The messages that were set aside: one by its id, or with the id of zeros all that nobody drove again yet.
SELECT id, set_aside_at, reason, detail, statement_id, provider, partition, message_offset, message_key, message, driven_at
FROM set_aside FINAL
WHERE id = {id:UUID} OR ({id:UUID} = toUUID('00000000-0000-0000-0000-000000000000') AND driven_at = fromUnixTimestamp64Micro(0, 'UTC'))
ORDER BY set_aside_at, id
