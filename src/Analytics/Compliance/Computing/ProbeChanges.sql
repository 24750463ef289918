-- How much came in since the watermarks: ranges of an order key, or one narrow column.
SELECT
  (SELECT count() FROM statements WHERE stored > {statements:DateTime64(6, 'UTC')} AND stored <= {through:DateTime64(6, 'UTC')}) AS statements,
  (SELECT count() FROM compute_requests WHERE requested_at > {requests:DateTime64(6, 'UTC')}) AS requests,
  (SELECT count() FROM activities WHERE imported_at > {registry:DateTime64(6, 'UTC')}) AS activities,
  (SELECT count() FROM agencies WHERE imported_at > {registry:DateTime64(6, 'UTC')}) AS agencies,
  (SELECT count() FROM identifiers WHERE imported_at > {registry:DateTime64(6, 'UTC')}) AS identifiers,
  (SELECT count() FROM people WHERE imported_at > {registry:DateTime64(6, 'UTC')}) AS people
