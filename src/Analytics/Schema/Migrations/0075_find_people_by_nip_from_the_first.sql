-- Of those who are there already, in the background.
ALTER TABLE people MATERIALIZE PROJECTION by_nip
