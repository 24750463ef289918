using Analytics.Compliance;

namespace Analytics.Tests.Compliance.Steps;

/// <summary>Steps 7 and 8, where the table of cases does not settle them: claimed and converted hours.</summary>
public sealed class HoursTests
{
    private const string Course = "https://lms.example/course/1";

    [Theory]
    [InlineData("8", "6", "PT9H", 8)]
    [InlineData("0", "6", "PT9H", 0)]
    [InlineData(null, "6", "PT9H", 6)]
    [InlineData(null, "1.5e1", "", 15)]
    [InlineData(null, "many", "PT9H", 12)]
    [InlineData(null, "-4", "PT9H", 12)]
    [InlineData(null, "", "PT44M59.9S", 0)]
    [InlineData(null, "", "PT45M", 1)]
    [InlineData(null, "", "", 0)]
    public void Step_7_claims_by_registry_then_extension_then_duration(string? jp, string extension, string duration, decimal claimed)
    {
        var registered = jp is null ? (decimal?)null : decimal.Parse(jp, System.Globalization.CultureInfo.InvariantCulture);
        var year = new Learning().Registers(Course, "BIMTEK", jp: registered).Says("2026-03-02T15:00:00", Course, jp: extension, duration: duration).Year();
        Assert.Equal(claimed, year.ClaimedJp);
    }

    [Theory]
    [InlineData("WORKSHOP", null, false, 5, 5)]
    [InlineData("SOSIALISASI", "3", true, 12, 18)]
    [InlineData("COACHING", "1", true, 2, 4)]
    [InlineData("MAGANG", null, true, 20, 24)]
    [InlineData("TUGAS_BELAJAR", "2", false, 40, 40)]
    [InlineData("SEMINAR", "1.5", false, 6, 6)]
    public void Steps_7_and_8_units_are_claimed_at_the_national_value_and_converted_at_the_level_s(
        string form, string? units, bool international, decimal claimed, decimal converted)
    {
        var registered = units is null ? (decimal?)null : decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture);
        var year = new Learning().Registers(Course, form, jp: 99, units: registered, international: international).Says("2026-03-02T15:00:00", Course).Year();
        Assert.Equal((claimed, converted), (year.ClaimedJp, year.ConvertedJp));
    }

    [Theory]
    [InlineData("STRUCTURAL", "10", "10.0")]
    [InlineData("KURSUS", "10", "12.0")]
    [InlineData("KURSUS", "2.38", "2.9")]
    [InlineData("KURSUS", "2.125", "2.6")]
    public void Step_8_an_international_programme_takes_the_pack_s_factor_or_else_the_national_one(string form, string jp, string converted) =>
        Assert.Equal(Number(converted), new Learning().Registers(Course, form, jp: Number(jp), international: true).Says("2026-03-02T15:00:00", Course)
            .Year().ConvertedJp);

    [Theory]
    [InlineData("2.25", "2.3")]
    [InlineData("2.35", "2.4")]
    [InlineData("2.24", "2.2")]
    public void Step_8_one_place_half_up(string jp, string converted)
    {
        var credit = new Learning().Registers(Course, "KURSUS", jp: Number(jp)).Says("2026-03-02T15:00:00", Course).Year().Credits[0];
        Assert.Equal((Number(jp), Number(converted), Number(converted)), (credit.ClaimedJp, credit.ConvertedJp, credit.CountedJp));
    }

    [Theory]
    [InlineData("6", "6.0")]
    [InlineData("12.25", "12.3")]
    [InlineData("0", "0.0")]
    public void Step_8_a_verifier_s_JP_are_what_a_manual_form_converts_to(string entered, string converted)
    {
        var year = new Learning().Registers(Course, "OJT", jp: 8, international: true).Says("2026-03-02T15:00:00", Course).Verifies(Number(entered)).Year();
        Assert.Equal((8, Number(converted), Number(converted)), (year.ClaimedJp, year.ConvertedJp, year.CountedJp));
        Assert.Empty(year.Credits[0].Reductions);
    }

    [Fact]
    public void Step_8_a_verifier_s_JP_are_asked_for_in_manual_forms_only() =>
        Assert.Equal(8, new Learning().Registers(Course, "KURSUS", jp: 8).Says("2026-03-02T15:00:00", Course).Verifies(3).Year().CountedJp);

    [Fact]
    public void Step_8_a_verified_duplicate_stays_a_duplicate()
    {
        var credits = new Learning().Registers(Course, "OJT", jp: 8).Says("2026-03-02T15:00:00", Course).Says("2026-03-03T15:00:00", Course).Verifies(6).Year().Credits;
        Assert.Equal([new Reduction("manual_pending", 8)], credits[0].Reductions);
        Assert.Equal([new Reduction("duplicate", 6)], credits[1].Reductions);
    }

    [Fact]
    public void Step_8_manual_forms_wait_for_a_verifier()
    {
        var year = new Learning().Registers(Course, "OJT", jp: 8).Says("2026-03-02T15:00:00", Course).Year();
        Assert.Equal((8, 0, 0), (year.ClaimedJp, year.ConvertedJp, year.CountedJp));
        Assert.Equal([new Reduction("manual_pending", 8)], year.Credits[0].Reductions);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
