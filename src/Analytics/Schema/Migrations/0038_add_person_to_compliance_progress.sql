-- How far a computation of everyone has come: the last person, in the order of person_years, up to whom all are stored.
ALTER TABLE compliance_progress ADD COLUMN IF NOT EXISTS person_id UUID
