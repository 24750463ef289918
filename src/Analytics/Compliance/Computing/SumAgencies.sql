-- Sums the people of a year by agency, of the agencies named or of all; an agency that has nobody left gets a row that says so.
INSERT INTO agency_years
  (year, agency_code, standing.employment_type, standing.people, standing.met, standing.unmet, standing.exempt, standing.not_required,
   standing.counted_jp, standing.computed_at, hours.dimensions, hours.form, hours.provider, hours.month, hours.credits, hours.people,
   hours.claimed_jp, hours.converted_jp, hours.counted_jp, covered.competency, covered.people, days.date, days.credits, days.counted_jp,
   days.met, positions.position_group, positions.people, positions.met, positions.unmet, positions.exempt, positions.not_required,
   positions.counted_jp, read_at)
WITH
  agency_code IN (SELECT key FROM wanted_agencies) OR {all:Bool} AS is_wanted
SELECT
  {year:UInt16}, agency,
  groupArrayIf(a, kind = 's'), groupArrayIf(people, kind = 's'), groupArrayIf(met, kind = 's'), groupArrayIf(unmet, kind = 's'),
  groupArrayIf(exempt, kind = 's'), groupArrayIf(not_required, kind = 's'), groupArrayIf(counted, kind = 's'), groupArrayIf(computed, kind = 's'),
  groupArrayIf(dimensions, kind = 'h'), groupArrayIf(a, kind = 'h'), groupArrayIf(b, kind = 'h'), groupArrayIf(month, kind = 'h'),
  groupArrayIf(credits, kind = 'h'), groupArrayIf(people, kind = 'h'), groupArrayIf(claimed, kind = 'h'), groupArrayIf(converted, kind = 'h'),
  groupArrayIf(counted, kind = 'h'), groupArrayIf(a, kind = 'c'), groupArrayIf(people, kind = 'c'),
  groupArrayIf(day, kind = 'd'), groupArrayIf(credits, kind = 'd'), groupArrayIf(counted, kind = 'd'), groupArrayIf(met, kind = 'd'),
  groupArrayIf(a, kind = 'p'), groupArrayIf(people, kind = 'p'), groupArrayIf(met, kind = 'p'), groupArrayIf(unmet, kind = 'p'),
  groupArrayIf(exempt, kind = 'p'), groupArrayIf(not_required, kind = 'p'), groupArrayIf(counted, kind = 'p'),
  {read_at:DateTime64(6, 'UTC')}
FROM
(
  SELECT
    if(grouping(employment_type, position_group) = 1, 's', 'p') AS kind, toString(agency_code) AS agency,
    if(kind = 's', toString(employment_type), toString(position_group)) AS a, '' AS b, 0 AS month, 0 AS dimensions, 0 AS credits, count() AS people,
    countIf(status = 'MET') AS met, countIf(status = 'UNMET') AS unmet, countIf(status = 'EXEMPT') AS exempt,
    countIf(status = 'NOT_REQUIRED') AS not_required, toDecimal128(0, 4) AS claimed, toDecimal128(0, 1) AS converted, sum(counted_jp) AS counted,
    max(computed_at) AS computed, toDate32('1970-01-01') AS day
  FROM agency_people FINAL
  WHERE year = {year:UInt16} AND is_wanted
  GROUP BY GROUPING SETS ((agency_code, employment_type), (agency_code, position_group))
  UNION ALL
  SELECT
    'h', toString(agency_code), toString(hours.form), toString(hours.provider), hours.month, grouping(hours.form, hours.provider, hours.month),
    count(), multiIf(grouping(hours.form, hours.provider, hours.month) = 3, countIf(nth_of_form = 1), grouping(hours.form, hours.provider, hours.month) = 5, countIf(nth_of_provider = 1), 0),
    0, 0, 0, 0, sum(hours.claimed_jp), sum(hours.converted_jp), sum(hours.counted_jp), max(computed_at), toDate32('1970-01-01')
  FROM agency_people FINAL
  ARRAY JOIN hours, arrayEnumerateUniq(hours.form) AS nth_of_form, arrayEnumerateUniq(hours.provider) AS nth_of_provider
  WHERE year = {year:UInt16} AND is_wanted
  GROUP BY GROUPING SETS ((agency_code, hours.form), (agency_code, hours.provider), (agency_code, hours.month, hours.form))
  UNION ALL
  SELECT 'c', toString(agency_code), toString(competency), '', 0, 0, 0, count(), 0, 0, 0, 0, 0, 0, 0, max(computed_at), toDate32('1970-01-01')
  FROM agency_people FINAL
  ARRAY JOIN covered AS competency
  WHERE year = {year:UInt16} AND is_wanted
  GROUP BY agency_code, competency
  UNION ALL
  SELECT 'd', toString(agency_code), '', '', 0, 0, count(), 0, 0, 0, 0, 0, 0, 0, sum(hours.counted_jp), max(computed_at), hours.date
  FROM agency_people FINAL
  ARRAY JOIN hours
  WHERE year = {year:UInt16} AND is_wanted
  GROUP BY agency_code, hours.date
  UNION ALL
  SELECT 'd', toString(agency_code), '', '', 0, 0, 0, 0, count(), 0, 0, 0, 0, 0, 0, max(computed_at), met_on
  FROM agency_people FINAL
  WHERE year = {year:UInt16} AND is_wanted AND met_on > '1970-01-01'
  GROUP BY agency_code, met_on
  UNION ALL
  SELECT 'none', toString(agency_code), '', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, now64(6), toDate32('1970-01-01')
  FROM agency_years
  WHERE year = {year:UInt16} AND is_wanted
)
GROUP BY agency
