-- As 0070, but only the night reads the latest of all rows.
ALTER TABLE person_years MODIFY SETTING min_age_to_force_merge_seconds = 86400
