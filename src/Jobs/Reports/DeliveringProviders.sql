-- The platforms that sent statements of a year (of WIB).
SELECT DISTINCT toString(provider) AS code FROM statements
WHERE toYear(timestamp, 'Asia/Jakarta') = {year:UInt16} AND provider != ''
ORDER BY code
