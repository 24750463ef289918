-- Which of these statements are voided (xAPI Data 2.3.2), whichever of the two came first.
SELECT DISTINCT voids
FROM statements
WHERE stored IN {places:Array(DateTime64(6, 'UTC'))}
  AND voids IN {ids:Array(UUID)}
SETTINGS max_threads = 1
