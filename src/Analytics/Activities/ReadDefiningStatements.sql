-- The statements of a span of `stored` that may say what an activity is.
SELECT stored, raw
FROM statements
WHERE stored > {after:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')} AND may_define
ORDER BY stored
