using Analytics.Compliance;
using Analytics.Compliance.Transcript;

namespace Analytics.Tests.Compliance.Transcript;

public sealed class TranscriptsTests
{
    private static readonly RulePacks Packs = RulePacks.Embedded();

    public static TheoryData<string, string> EveryRuleAndForm()
    {
        var data = new TheoryData<string, string>();
        foreach (var form in Packs.FormCodes)
        {
            data.Add(ReductionRules.Duplicate, form);
            data.Add(ReductionRules.OverCap, form);
        }

        foreach (var form in (string[])["COACHING", "MENTORING"])
            data.Add(ReductionRules.EventsPerMonth, form);
        foreach (var form in (string[])["ELEARNING", "SELF_LEARN", "COP"])
            data.Add(ReductionRules.JpPerDay, form);
        foreach (var form in (string[])["OJT", "OTHER_CLASS", "OTHER_NON"])
            data.Add(ReductionRules.ManualPending, form);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryRuleAndForm))]
    public void Every_cut_has_a_sentence_and_a_law_in_both_languages_with_no_blank_left(string rule, string form)
    {
        var cut = Assert.Single(Explained(form, "PPPK", new Reduction(rule, 1.5m)).Reductions);
        foreach (var text in (string[])[cut.Sentence.Id, cut.Sentence.En, cut.LegalBasis.Id, cut.LegalBasis.En])
        {
            Assert.DoesNotContain('{', text);
            Assert.DoesNotContain(rule, text, StringComparison.Ordinal);
            Assert.DoesNotContain(form, text, StringComparison.Ordinal);
            Assert.True(text.Length > 20);
        }

        Assert.NotEqual(cut.Sentence.Id, cut.Sentence.En);
    }

    [Theory]
    [InlineData("ELEARNING", "NATIONAL", "paling banyak 3 JP per hari")]
    [InlineData("ELEARNING", "INTERNATIONAL", "paling banyak 4 JP per hari")]
    [InlineData("COP", "INTERNATIONAL", "paling banyak 2 JP per hari")]
    public void The_limit_is_the_rule_packs(string form, string level, string expected)
    {
        var sentence = Assert.Single(Explained(form, "PNS", new Reduction(ReductionRules.JpPerDay, 1.5m), level).Reductions).Sentence;
        Assert.Contains(expected, sentence.Id, StringComparison.Ordinal);
        Assert.StartsWith("1,5 JP", sentence.Id, StringComparison.Ordinal);
        Assert.StartsWith("1.5 JP", sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ceiling_rests_on_the_line_of_the_rule_pack() => Assert.StartsWith(
        "PP 49/2018: ", Assert.Single(Explained("KURSUS", "PPPK", new Reduction(ReductionRules.OverCap, 6)).Reductions).LegalBasis.Id, StringComparison.Ordinal);

    [Theory]
    [InlineData("tomorrow", "KURSUS", "PNS")]
    [InlineData(ReductionRules.JpPerDay, "KURSUS", "PNS")]
    [InlineData(ReductionRules.OverCap, "KURSUS", "PNS")]
    public void A_rule_nobody_knows_or_one_without_its_limit_is_named_and_no_figure_invented(string rule, string form, string employmentType)
    {
        var sentence = Assert.Single(Explained(form, employmentType, new Reduction(rule, 2)).Reductions).Sentence;
        Assert.Contains(rule, sentence.En, StringComparison.Ordinal);
        Assert.DoesNotContain("at most", sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversion_is_explained_and_a_duplicate_counts_nothing()
    {
        var credit = Explained("BIMTEK", "PNS", null, "INTERNATIONAL", claimed: 10, converted: 12, counted: 12);
        Assert.Contains("10,0 JP", credit.Conversion!.Sentence.Id, StringComparison.Ordinal);
        Assert.Contains("12,0 JP", credit.Conversion.Sentence.Id, StringComparison.Ordinal);
        Assert.True(credit.Counts);
        Assert.Null(Explained("OJT", "PNS", new Reduction(ReductionRules.ManualPending, 6), claimed: 6, converted: 0).Conversion);
        Assert.False(Explained("KURSUS", "PNS", new Reduction(ReductionRules.Duplicate, 10), claimed: 10, converted: 10).Counts);
    }

    [Fact]
    public void Every_form_of_the_rule_pack_has_a_name_in_both_languages() =>
        Assert.DoesNotContain(Packs.FormCodes, code => LearningTexts.Default.Form(code) is var name && (name.Id == code || name.En == code));

    private static TranscriptCredit Explained(
        string form, string employmentType, Reduction? cut, string level = "NATIONAL", decimal claimed = 10, decimal converted = 10, decimal counted = 0)
    {
        var credit = new PersonCredit(
            Guid.NewGuid(), "https://lms.example.go.id/c", "Kursus", "lms", form, level, new DateOnly(2026, 3, 14), DateTimeOffset.UnixEpoch,
            claimed, converted, counted, cut is null ? [] : [cut]);
        var person = new PersonCompliance(
            Guid.NewGuid(), "Siti", 2026, employmentType, "4001", "Badan Uji", new Requirement(20, null, null), null, 10, 10, 10, "UNMET", [credit], [],
            DateTimeOffset.UnixEpoch);
        return Assert.Single(Transcripts.Explain(person, Packs).Credits);
    }
}
