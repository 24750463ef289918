-- How many people of a year cover each competency.
SELECT toString(covered.competency) AS code, sum(covered.people) AS people
FROM agency_years FINAL
ARRAY JOIN covered
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY code
ORDER BY code
