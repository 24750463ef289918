using Analytics.Compliance;

namespace Analytics.Tests.Compliance;

/// <summary>A small rule pack from 2030 on, with whatever replaced that a test is about.</summary>
internal static class SomePack
{
    public const string Text =
        """
        pack: test
        valid_from: 2030-01-01
        minutes_per_jp: 60
        nip_namespaces: [https://nip.asn.go.id]
        qualifying_verbs: [http://adlnet.gov/expapi/verbs/completed]
        competency_coverage: { months: 12, verbs: [http://adlnet.gov/expapi/verbs/passed], competencies: [GEN.DATA] }
        forms:
          KURSUS: { siasn: 11, basis: PROGRAMME, national: 1.0, international: 1.5 }
          COACHING: { basis: PER_SESSION, national: 2, events_per_month: 2, jp_per_day: { national: 3 }, legal_basis: Law of coaching }
          OJT: { basis: MANUAL }
        requirements:
          - { employment_type: PNS, min_jp: 40, period: CALENDAR_YEAR, valid_from: 2031-01-01, legal_basis: "B" }
          - { employment_type: PNS, min_jp: 30, period: CALENDAR_YEAR, valid_from: 2030-01-01, legal_basis: "A" }
        targets:
          - { agency: BPS, min_jp: 50, valid_from: 2030-01-01, legal_basis: "C" }
          - { agency: BPS, min_jp: 60, valid_from: 2032-01-01, legal_basis: "D" }
        legal_basis: Law of all
        """;

    public static RulePack Read(params (string Good, string Bad)[] replacements) => RulePackReader.Read("test.yaml", new StringReader(With(replacements)));

    public static string With(params (string Good, string Bad)[] replacements)
    {
        var text = Text;
        foreach (var (good, bad) in replacements)
        {
            Assert.Contains(good, text, StringComparison.Ordinal);
            text = text.Replace(good, bad, StringComparison.Ordinal);
        }

        return text;
    }
}
