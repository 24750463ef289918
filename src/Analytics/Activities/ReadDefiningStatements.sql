-- The statements of a span of `stored` that may say what an activity is.
SELECT stored, raw
FROM statements
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')} AND may_define
ORDER BY stored
-- Read behind everybody's back once a second: slowly, and in small blocks.
SETTINGS max_threads = 1, max_block_size = 1024
