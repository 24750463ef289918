-- The JP that verifiers entered for claims of MANUAL forms: an input of the computation, like the registry. Nothing is ever changed or taken
-- away; of the entries for one claim the latest holds.
-- Engine: plain MergeTree. An entry twice says the same twice. Order key: the claim, a person's part in a statement, then the order of entry.
CREATE TABLE IF NOT EXISTS manual_credits
(
  person_id UUID,
  statement_id UUID,
  entered_at DateTime64(6, 'UTC'),
  entry_id UUID,
  jp Decimal(9, 2),
  reason String,
  entered_by String
)
ENGINE = MergeTree
ORDER BY (person_id, statement_id, entered_at)
SETTINGS index_granularity = 1024
