-- The id of a part of learning i.
CREATE OR REPLACE FUNCTION nation_statement AS (i, part) -> reinterpretAsUUID(sipHash128(i, part))
