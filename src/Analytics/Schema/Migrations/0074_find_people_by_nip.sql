-- Whose NIP a learner's is, is asked with every change: without it, everybody's NIP was read.
ALTER TABLE people ADD PROJECTION IF NOT EXISTS by_nip (SELECT nip, person_id ORDER BY nip)
