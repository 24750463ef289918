-- Puts every inserted row of person_years into agency_people.
CREATE MATERIALIZED VIEW IF NOT EXISTS agency_people_feed TO agency_people AS
SELECT
  year, agency_code, person_id, name, unit, position_group, employment_type, status, min_jp, counted_jp, missing_jp,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.form, credits.duplicate) AS `hours.form`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.provider, credits.duplicate) AS `hours.provider`,
  arrayMap(date -> toMonth(date), arrayFilter((value, duplicate) -> NOT duplicate, credits.date, credits.duplicate)) AS `hours.month`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.claimed_jp, credits.duplicate) AS `hours.claimed_jp`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.converted_jp, credits.duplicate) AS `hours.converted_jp`,
  arrayFilter((value, duplicate) -> NOT duplicate, credits.counted_jp, credits.duplicate) AS `hours.counted_jp`,
  covered.competency AS covered, computed_at, gone
FROM person_years
WHERE NOT gone
