-- How a platform names person n: by NIP, or, on every fourth platform, by an address of their agency: for every third person one that is
-- registered, for one in fifteen one that nobody registered.
CREATE OR REPLACE FUNCTION nation_ifi AS (n, platform) ->
  if(
    platform % 4 = 0 AND (n % 3 = 0 OR n % 15 = 1),
    concat('mailto:pegawai', toString(n), '@ag', toString(toInt64(640 * pow((sipHash64(n, 'person') % 1000003) / 1000003, 2.2))), '.example.go.id'),
    concat('account:https://nip.asn.go.id|', nation_nip(n)))
