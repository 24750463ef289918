-- The certificates that more than one learner has ever named: rather one too many than one too few, since whether they are people, different
-- ones, and stand by it, is asked when it is read. Noted by the computation when a statement names a certificate that another learner's has.
-- Engine: ReplacingMergeTree, so that one noted twice is there once.
CREATE TABLE IF NOT EXISTS shared_certificates
(
  certificate_number String
)
ENGINE = ReplacingMergeTree
ORDER BY certificate_number
SETTINGS index_granularity = 1024
