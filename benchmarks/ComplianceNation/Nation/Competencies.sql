-- The competencies that activities are tagged with.
INSERT INTO competencies (code, family, name, imported_at)
SELECT code, 'Generik', concat('Kompetensi ', code), now64(6)
FROM (SELECT arrayJoin(['GEN.DIGLIT', 'GEN.DATA', 'GEN.CYBER', 'GEN.PROBSOLV']) AS code)
