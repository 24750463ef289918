-- Schedules of a platform's delivery; empty for all others, or for every platform.
ALTER TABLE report_schedules ADD COLUMN provider TEXT NOT NULL DEFAULT '';
