-- How a platform names person n: by NIP, or, on every fourth platform and for every third person, by a mail address.
CREATE OR REPLACE FUNCTION nation_ifi AS (n, platform) ->
  if(platform % 4 = 0 AND n % 3 = 0, concat('mailto:pegawai', toString(n), '@kantor.example.go.id'), concat('account:https://nip.asn.go.id|', nation_nip(n)))
