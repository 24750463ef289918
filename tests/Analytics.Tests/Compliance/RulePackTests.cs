using Analytics.Compliance;
using NodaTime;

namespace Analytics.Tests.Compliance;

public sealed class RulePackTests
{
    private const string Least =
        """
        pack: test
        valid_from: 2030-01-01
        minutes_per_jp: 60
        nip_namespaces: [https://nip.asn.go.id]
        qualifying_verbs: [http://adlnet.gov/expapi/verbs/completed]
        competency_coverage: { months: 12, verbs: [http://adlnet.gov/expapi/verbs/passed], competencies: [GEN.DATA] }
        forms:
          KURSUS: { siasn: 11, basis: PROGRAMME, national: 1.0, international: 1.5 }
          COACHING: { basis: PER_SESSION, national: 2, events_per_month: 2, jp_per_day: { national: 3 } }
        requirements:
          - { employment_type: PNS, min_jp: 30, period: CALENDAR_YEAR, valid_from: 2030-01-01, legal_basis: "A" }
          - { employment_type: PNS, min_jp: 40, period: CALENDAR_YEAR, valid_from: 2031-01-01, legal_basis: "B" }
        """;

    [Fact]
    public void The_pack_of_the_house_reads()
    {
        var pack = RulePacks.Embedded().On(new LocalDate(2026, 1, 1));
        Assert.NotNull(pack);
        Assert.Equal(27, pack.Forms.Count);
        Assert.Equal(["GEN.DIGLIT", "GEN.DATA", "GEN.CYBER", "GEN.PROBSOLV"], pack.Coverage.Competencies);
        Assert.Null(RulePacks.Embedded().On(new LocalDate(2017, 12, 31)));
    }

    [Fact]
    public void Past_years_keep_the_rules_of_their_time()
    {
        var pack = Read(Least);
        Assert.Equal("A", pack.MinimumOf("PNS", new LocalDate(2030, 12, 31))?.LegalBasis);
        Assert.Equal("B", pack.MinimumOf("PNS", new LocalDate(2031, 12, 31))?.LegalBasis);
        Assert.Null(pack.MinimumOf("PPPK", new LocalDate(2031, 12, 31)));
        Assert.Equal(1.5m, pack.Forms["KURSUS"].Value.Of(international: true));
        Assert.Equal(2m, pack.Forms["COACHING"].Value.Of(international: true));
    }

    [Theory]
    [InlineData("basis: PROGRAMME", "basis: PER_WEEK", 8, "PER_SESSION")]
    [InlineData("minutes_per_jp: 60", "minutes_per_jp: fast", 3, "whole number")]
    [InlineData("minutes_per_jp: 60", "minutes_per_hour: 60", 3, "minutes_per_jp")]
    [InlineData("min_jp: 40, ", "", 12, "min_jp or max_jp")]
    [InlineData("min_jp: 40, period: CALENDAR_YEAR", "min_jp: 40, period: CONTRACT_YEAR", 12, "CALENDAR_YEAR")]
    [InlineData("employment_type: PNS, min_jp: 40", "employment_type: HONORER, min_jp: 40", 12, "PPPK_PARUH_WAKTU")]
    [InlineData("valid_from: 2031-01-01", "valid_from: 2031-02-30", 12, "YYYY-MM-DD")]
    [InlineData("national: 1.0", "national: -1", 8, "number")]
    [InlineData(", legal_basis: \"B\"", "", 12, "legal_basis")]
    [InlineData("pack: test", "pack: [", 1, "YAML")]
    public void A_refusal_names_file_line_and_what_was_expected(string good, string bad, long line, string expected)
    {
        var text = Least.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(Least, text);
        var refusal = Assert.Throws<RulePackException>(() => Read(text));
        Assert.Equal("test.yaml", refusal.File);
        if (expected != "YAML")
            Assert.Equal(line, refusal.Line);
        Assert.Contains(expected, refusal.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Packs_of_overlapping_dates_are_refused() =>
        Assert.Throws<RulePackException>(() => new RulePacks([Read(Least), Read(Least.Replace("2030", "2035", StringComparison.Ordinal))]));

    private static RulePack Read(string text) => RulePackReader.Read("test.yaml", new StringReader(text));
}
