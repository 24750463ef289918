using Analytics.Compliance;
using NodaTime;

namespace Analytics.Tests.Compliance.Steps;

/// <summary>Steps 11 and 12, and what stands beside them.</summary>
public sealed class YearResultTests
{
    private const string Course = "https://lms.example/course/1";
    private const string Other = "https://lms.example/course/2";

    [Fact]
    public void Step_11_sums_leave_duplicates_out_and_keep_every_reduction_with_its_rule()
    {
        var year = new Learning().Works("PPPK").Registers(Course, "KURSUS", jp: 30).Registers(Course + "/e", "ELEARNING", jp: 5)
            .Registers(Course + "/o", "OJT", jp: 4).Registers(Course + "/c", "COACHING")
            .Says("2026-01-02T08:00:00", Course + "/e").Says("2026-01-03T08:00:00", Course + "/e").Says("2026-01-04T08:00:00", Course + "/o")
            .Says("2026-02-01T08:00:00", Course + "/c").Says("2026-02-02T08:00:00", Course + "/c").Says("2026-02-03T08:00:00", Course + "/c")
            .Says("2026-03-01T08:00:00", Course).Year();
        Assert.Equal((5 + 4 + 6 + 30, 5 + 0 + 6 + 30, 24), (year.ClaimedJp, year.ConvertedJp, year.CountedJp));
        Assert.Equal(
            [new("jp_per_day", 2), new("duplicate", 5), new("manual_pending", 4), new("events_per_month", 2), new("over_cap", 13)],
            year.Credits.SelectMany(credit => credit.Reductions));
    }

    [Theory]
    [InlineData("PNS", "", 20, ComplianceStatus.Met)]
    [InlineData("PNS", "", 19.9, ComplianceStatus.Unmet)]
    [InlineData("PPPK", "", 20, ComplianceStatus.Met)]
    [InlineData("PPPK", "", 5, ComplianceStatus.Unmet)]
    [InlineData("CPNS", "", 5, ComplianceStatus.NotRequired)]
    [InlineData("PPPK_PARUH_WAKTU", "", 5, ComplianceStatus.NotRequired)]
    [InlineData("PNS", "TUGAS_BELAJAR", 5, ComplianceStatus.Exempt)]
    [InlineData("CPNS", "CLTN", 5, ComplianceStatus.Exempt)]
    internal void Step_12_status(string type, string exempt, double jp, ComplianceStatus status) =>
        Assert.Equal(status, new Learning().Works(type, exempt: exempt).Registers(Course, "KURSUS", jp: (decimal)jp)
            .Says("2026-03-02T08:00:00", Course).Year().Status);

    [Fact]
    public void Step_12_requirement_of_each_kind()
    {
        Assert.Equal(new Requirement(20, null, "PP 11/2017 Ps 203(4)"), new Learning().Year().Requirement);
        var pppk = new Learning().Works("PPPK").Year().Requirement;
        Assert.Equal((20m, 24m), (pppk.MinJp, pppk.MaxJp));
        Assert.Equal(new Requirement(null, null, null), new Learning().Works("CPNS").Year().Requirement);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void Step_12_an_agency_s_target_stands_beside_the_status(decimal jp, bool met)
    {
        var year = new Learning().Works(agency: "BMKG").Registers(Course, "KURSUS", jp: jp).Says("2026-03-02T08:00:00", Course).Year();
        Assert.Equal((new Target(90, met), ComplianceStatus.Met), (year.Target, year.Status));
    }

    [Theory]
    [InlineData(2024, "A")]
    [InlineData(2025, "B")]
    [InlineData(2026, "B")]
    [InlineData(2027, "C")]
    public void Step_12_the_agency_is_that_of_31_December_or_of_today_in_the_current_year(int year, string agency) =>
        Assert.Equal(agency, new Learning().Works(agency: "A", to: "2025-06-30").Works(agency: "B", from: "2025-07-01", to: "2026-11-30")
            .Works(agency: "C", from: "2026-12-01").Year(year).AgencyCode);

    [Fact]
    public void Step_12_the_agency_of_one_who_left_is_that_of_the_last_day() =>
        Assert.Equal("B", new Learning().Works(agency: "A", to: "2025-06-30").Works(agency: "B", from: "2025-07-01", to: "2025-08-31").Year(2025).AgencyCode);

    [Fact]
    public void A_year_has_a_row_with_employment_or_with_a_credit() =>
        Assert.Equal([2023, 2025], Bimtek().Works(from: "2025-01-01", to: "2025-12-31").Says("2023-05-05T08:00:00", Course)
            .Years(2022, 2025, 2026).Select(year => year.Year));

    [Fact]
    public void A_credit_names_the_registry_s_provider_before_the_credential_s()
    {
        var credits = Bimtek().Registers(Other, "BIMTEK", jp: 1, provider: "pusdiklat").Says("2026-03-02T15:00:00", Course)
            .Says("2026-03-03T15:00:00", Other).Year().Credits;
        Assert.Equal(["kolabjar", "pusdiklat"], credits.Select(credit => credit.Provider));
    }

    [Theory]
    [InlineData("2023-11-23", true)]
    [InlineData("2023-11-22", false)]
    public void Coverage_reaches_back_36_months_from_today(string date, bool covered) =>
        Assert.Equal(covered, Tagged().Says($"{date}T08:00:00", Course).Year().Competencies.Any(one => one.Code == "GEN.DATA"));

    [Theory]
    [InlineData(Learning.Passed, true)]
    [InlineData("http://adlnet.gov/expapi/verbs/attended", false)]
    public void Coverage_needs_passed_or_completed(string verb, bool covered) =>
        Assert.Equal(covered, Tagged().Says("2026-03-02T08:00:00", Course, verb).Year().Competencies.Count == 1);

    [Fact]
    public void Coverage_is_dated_by_the_last_time_it_was_shown() =>
        Assert.Equal([new CoveredCompetency("GEN.DATA", new LocalDate(2026, 4, 2))],
            Tagged().Says("2026-03-02T08:00:00", Course).Says("2026-04-02T08:00:00", Course, Learning.Passed).Year().Competencies);

    private static Learning Bimtek() => new Learning().Registers(Course, "BIMTEK", jp: 10);

    private static Learning Tagged() => new Learning().Registers(Course, "BIMTEK", jp: 10, competencies: ["GEN.DATA"]);
}
