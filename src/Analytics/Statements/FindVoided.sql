-- What the statements that are stored there void (xAPI Data 2.3.2).
SELECT voids
FROM statements
WHERE stored IN {places:Array(DateTime64(6, 'UTC'))}
SETTINGS max_threads = 1
