using Analytics.Compliance;
using NodaTime;

namespace Analytics.Tests.Compliance;

/// <summary>What a pack's file says, and what is refused of it.</summary>
public sealed class RulePackTests
{
    [Fact]
    public void The_pack_of_the_house_reads()
    {
        var pack = RulePacks.Embedded().On(new LocalDate(2026, 1, 1));
        Assert.NotNull(pack);
        Assert.Equal(27, pack.Forms.Count);
        Assert.All(pack.Forms.Values, form => Assert.Equal("Peraturan LAN 10/2018", form.LegalBasis));
        Assert.Equal(["GEN.DIGLIT", "GEN.DATA", "GEN.CYBER", "GEN.PROBSOLV"], pack.Coverage.Competencies);
        Assert.Null(RulePacks.Embedded().On(new LocalDate(2017, 12, 31)));
    }

    [Fact]
    public void Of_lines_valid_on_a_day_the_one_that_began_last_holds_wherever_it_stands()
    {
        var pack = SomePack.Read();
        Assert.Equal("A", pack.MinimumOf("PNS", new LocalDate(2030, 12, 31))?.LegalBasis);
        Assert.Equal("B", pack.MinimumOf("PNS", new LocalDate(2031, 12, 31))?.LegalBasis);
        Assert.Null(pack.MinimumOf("PPPK", new LocalDate(2031, 12, 31)));
        Assert.Equal(50, pack.TargetOf("BPS", new LocalDate(2031, 12, 31))?.MinJp);
        Assert.Equal(60, pack.TargetOf("BPS", new LocalDate(2032, 1, 1))?.MinJp);
    }

    [Fact]
    public void A_form_s_value_is_that_of_the_level_and_its_legal_basis_its_own_or_the_pack_s()
    {
        var forms = SomePack.Read().Forms;
        Assert.Equal(1.5m, forms["KURSUS"].Value.Of(international: true));
        Assert.Equal(2m, forms["COACHING"].Value.Of(international: true));
        Assert.Equal(("Law of all", "Law of coaching"), (forms["KURSUS"].LegalBasis, forms["COACHING"].LegalBasis));
    }

    [Theory]
    [InlineData("basis: PROGRAMME", "basis: PER_WEEK", 8, "PER_SESSION")]
    [InlineData("minutes_per_jp: 60", "minutes_per_jp: fast", 3, "whole number")]
    [InlineData("minutes_per_jp: 60", "minutes_per_hour: 60", 3, "minutes_per_jp")]
    [InlineData("min_jp: 30, ", "", 13, "min_jp or max_jp")]
    [InlineData("min_jp: 30,", "min_jp: 30.25,", 13, "one decimal place")]
    [InlineData("min_jp: 30, period: CALENDAR_YEAR", "min_jp: 30, period: CONTRACT_YEAR", 13, "CALENDAR_YEAR")]
    [InlineData("employment_type: PNS, min_jp: 30", "employment_type: HONORER, min_jp: 30", 13, "PPPK_PARUH_WAKTU")]
    [InlineData("valid_from: 2031-01-01", "valid_from: 2030-01-01", 13, "valid_from of its own")]
    [InlineData("valid_from: 2031-01-01", "valid_from: 2031-02-30", 12, "YYYY-MM-DD")]
    [InlineData("national: 1.0", "national: -1", 8, "number")]
    [InlineData("national: 1.0", "national: 1001", 8, "from 0 to 1000")]
    [InlineData("jp_per_day: { national: 3 }", "jp_per_day: { national: 2.25 }", 9, "one decimal place")]
    [InlineData("OJT: { basis: MANUAL }", "OJT: { basis: MANUAL, national: 2 }", 10, "a verifier enters")]
    [InlineData(", legal_basis: \"B\"", "", 12, "legal_basis")]
    [InlineData("legal_basis: Law of all", "", 1, "legal_basis")]
    [InlineData("[http://adlnet.gov/expapi/verbs/completed]", "[completed]", 5, "a verb IRI")]
    [InlineData("[https://nip.asn.go.id]", "[https://nip.asn.go.id, nip]", 4, "a homePage")]
    [InlineData("min_jp: 60, valid_from: 2032-01-01", "min_jp: 60, valid_from: 2032-01-01, valid_to: 2031-01-01", 16, "not before valid_from")]
    [InlineData("pack: test", "pack: test\npack: twice", 1, "YAML")]
    [InlineData("pack: test", "pack: [", 1, "YAML")]
    public void A_refusal_names_file_line_and_what_was_expected(string good, string bad, long line, string expected)
    {
        var refusal = Assert.Throws<RulePackException>(() => SomePack.Read((good, bad)));
        Assert.Equal("test.yaml", refusal.File);
        if (expected != "YAML")
            Assert.Equal(line, refusal.Line);
        Assert.Contains(expected, refusal.Expected, StringComparison.Ordinal);
        Assert.StartsWith($"test.yaml:{refusal.Line}: expected ", refusal.Message, StringComparison.Ordinal);
    }
}
