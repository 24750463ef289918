-- For 0074: parts that merge lose replaced rows, and what is kept by NIP is made anew of what is left.
ALTER TABLE people MODIFY SETTING deduplicate_merge_projection_mode = 'rebuild'
