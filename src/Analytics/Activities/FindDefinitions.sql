-- The canonical definitions of these activities, those that have one.
SELECT activity, definition, stored
FROM activity_definitions FINAL
WHERE activity IN (SELECT key FROM wanted)
