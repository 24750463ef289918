-- Every page of an agency reads the latest of its rows: after everyone was computed anew each is there twice, in parts that nothing else would
-- merge for long.
ALTER TABLE agency_people MODIFY SETTING min_age_to_force_merge_seconds = 3600
