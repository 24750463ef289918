-- Leaves a provider its latest refusals. Several of one moment go or stay together.
DELETE FROM recent_refusals
WHERE provider = @provider
  AND refused_at < (SELECT refused_at FROM recent_refusals WHERE provider = @provider ORDER BY refused_at DESC LIMIT 1 OFFSET @keep - 1)
