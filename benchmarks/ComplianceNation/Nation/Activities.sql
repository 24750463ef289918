-- 24,000 activities of twelve platforms: half of them e-learning and self-learning, the rest of every kind; one in a
-- hundred is registered for this year only.
INSERT INTO activities (activity_iri, title, provider, form, jp, units, level, competencies, valid_from, imported_at)
WITH
  sipHash64(number, 'activity') AS h,
  [
    'ELEARNING', 'ELEARNING', 'ELEARNING', 'ELEARNING', 'ELEARNING', 'ELEARNING', 'ELEARNING', 'ELEARNING', 'ELEARNING', 'SELF_LEARN', 'SELF_LEARN', 'COP',
    'SEMINAR', 'SEMINAR', 'WORKSHOP', 'WORKSHOP', 'SOSIALISASI', 'BIMTEK', 'BIMTEK', 'KURSUS', 'PJJ', 'TECHNICAL', 'FUNCTIONAL', 'MANAGERIAL', 'SOCIOCULT',
    'COACHING', 'COACHING', 'MENTORING', 'BENCHMARK', 'OTHER_NON'
  ][1 + h % 30] AS form
SELECT
  concat('https://lms', toString(number % 12), '.example.go.id/course/view.php?id=', toString(number)), concat('Pelatihan ', form, ' nomor ', toString(number)),
  concat('platform', toString(number % 12)), form,
  multiIf(form IN ('ELEARNING', 'COP'), 2 + intDiv(h, 37) % 9, form IN ('BIMTEK', 'KURSUS', 'PJJ', 'TECHNICAL', 'FUNCTIONAL', 'MANAGERIAL', 'SOCIOCULT', 'OTHER_NON'), 4 + intDiv(h, 37) % 17, NULL),
  if(form IN ('SEMINAR', 'WORKSHOP', 'SOSIALISASI'), 1 + intDiv(h, 41) % 3, NULL), if(h % 25 = 0, 'INTERNATIONAL', 'NATIONAL'),
  if(h % 7 < 4, [['GEN.DIGLIT', 'GEN.DATA', 'GEN.CYBER', 'GEN.PROBSOLV'][1 + h % 7]], []), if(number % 100 = 99, toDate32(toStartOfYear(now())), NULL), now64(6)
FROM numbers(24000)
