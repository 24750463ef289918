-- How many people of a year cover each competency.
SELECT toString(covered.competency) AS code, count() AS people
FROM person_years FINAL
ARRAY JOIN covered
WHERE year = {year:UInt16} AND ({agency:String} = '' OR agency_code = {agency:String})
GROUP BY code
ORDER BY code
