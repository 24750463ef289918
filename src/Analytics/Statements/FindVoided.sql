-- Which of these statements are voided (xAPI Data 2.3.2), whichever of the two came first.
SELECT DISTINCT voids
FROM statements
WHERE hasAny(filter_keys, {keys:Array(UInt64)})
  AND voids IN {ids:Array(UUID)}
