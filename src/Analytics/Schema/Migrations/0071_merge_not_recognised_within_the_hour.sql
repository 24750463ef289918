-- As 0070: its lists read the latest of all rows.
ALTER TABLE not_recognised MODIFY SETTING min_age_to_force_merge_seconds = 3600
