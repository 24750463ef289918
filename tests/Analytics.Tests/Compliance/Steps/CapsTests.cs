using Analytics.Compliance;
using Analytics.Compliance.Steps;

namespace Analytics.Tests.Compliance.Steps;

/// <summary>Steps 9 and 10, where the table of cases does not settle them.</summary>
public sealed class CapsTests
{
    private const string Course = "https://lms.example/course/1";
    private const string Other = "https://lms.example/course/2";

    [Fact]
    public void Step_9_the_month_is_the_local_one() =>
        Assert.Equal([2m, 2, 2], new Learning().Registers(Course, "COACHING").Says("2026-03-30T08:00:00", Course).Says("2026-03-31T08:00:00", Course)
            .Says("2026-03-31T17:30:00Z", Course).Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_9_active_days_lie_in_the_year_and_not_after_the_candidate() =>
        Assert.Equal(6, new Learning().Registers(Course, "ELEARNING", jp: 20)
            .Says("2025-12-31T08:00:00", Course, Learning.Launched)
            .Says("2026-01-01T08:00:00", Course, Learning.Launched)
            .Says("2026-01-02T08:00:00", Course)
            .Says("2026-01-03T08:00:00", Course, Learning.Launched).Year().CountedJp);

    [Fact]
    public void Step_9_hours_are_laid_on_the_earliest_active_days_first() =>
        Assert.Equal([3m, 2], new Learning().Registers(Course, "ELEARNING", jp: 3).Registers(Other, "ELEARNING", jp: 2)
            .Says("2026-03-02T08:00:00", Course, Learning.Launched).Says("2026-03-03T08:00:00", Course)
            .Says("2026-03-03T09:00:00", Other).Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_9_an_international_activity_has_the_international_cap_less_what_the_day_already_took() =>
        Assert.Equal([3m, 1, 0], new Learning().Registers(Course, "ELEARNING", jp: 3).Registers(Other, "ELEARNING", jp: 9, international: true)
            .Registers(Course + "/b", "ELEARNING", jp: 1)
            .Says("2026-03-02T08:00:00", Course).Says("2026-03-02T09:00:00", Other).Says("2026-03-02T10:00:00", Course + "/b")
            .Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_9_an_international_cap_the_pack_does_not_give_is_the_national_one() =>
        Assert.Equal(2, new Learning().Registers(Course, "SELF_LEARN", jp: 9, international: true).Says("2026-03-02T08:00:00", Course).Year().CountedJp);

    [Fact]
    public void Step_9_forms_do_not_take_each_other_s_room_and_duplicates_take_none() =>
        Assert.Equal([3m, 0, 2, 2], new Learning().Registers(Course, "ELEARNING", jp: 3).Registers(Other, "SELF_LEARN", jp: 2)
            .Registers(Course + "/b", "COP", jp: 2)
            .Says("2026-03-02T08:00:00", Course).Says("2026-03-02T09:00:00", Course).Says("2026-03-02T10:00:00", Other)
            .Says("2026-03-02T11:00:00", Course + "/b").Year().Credits.Select(credit => credit.CountedJp));

    [Fact]
    public void Step_10_a_contract_year_runs_across_new_year()
    {
        var years = new Learning().Works("PPPK", contract: "2024-10-01").Registers(Course, "KURSUS", jp: 20)
            .Says("2025-11-01T08:00:00", Course).Says("2026-02-01T08:00:00", Course).Says("2026-10-01T08:00:00", Course + "/c")
            .Registers(Course + "/c", "KURSUS", jp: 24).Years();
        Assert.Equal([20m, 28m], years.Select(year => year.CountedJp));
        Assert.Equal([4m, 24m], years[1].Credits.Select(credit => credit.CountedJp));
    }

    [Fact]
    public void Step_10_a_verifier_s_JP_meet_the_ceiling_at_the_time_of_the_learning()
    {
        var credits = new Learning().Works("PPPK").Registers(Course, "OJT").Registers(Other, "KURSUS", jp: 20)
            .Says("2026-02-01T08:00:00", Course).Verifies(10).Says("2026-03-01T08:00:00", Other).Year().Credits;
        Assert.Equal([10m, 14], credits.Select(credit => credit.CountedJp));
        Assert.Equal([new Reduction("over_cap", 6)], credits[1].Reductions);
    }

    [Fact]
    public void Step_10_without_a_contract_the_ceiling_is_of_the_calendar_year() =>
        Assert.Equal([24m, 24m], new Learning().Works("PPPK").Registers(Course, "KURSUS", jp: 30)
            .Says("2025-12-31T08:00:00", Course).Says("2026-01-01T08:00:00", Course).Years().Select(year => year.CountedJp));

    [Theory]
    [InlineData("2024-02-29", "2025-02-28", "2025-02-28")]
    [InlineData("2024-02-29", "2028-02-28", "2027-02-28")]
    [InlineData("2024-10-01", "2026-09-30", "2025-10-01")]
    [InlineData("2024-10-01", "2024-03-01", "2023-10-01")]
    [InlineData(null, "2026-09-30", "2026-01-01")]
    public void Step_10_a_contract_year_starts_on_the_contract_s_first_day_and_each_anniversary(string? contract, string date, string start) =>
        Assert.Equal(Learning.Date(start), ContractCeiling.ContractYearStart(Learning.Date(contract), Learning.Date(date)!.Value));

    [Fact]
    public void Step_10_an_hour_of_a_PNS_meets_no_ceiling() =>
        Assert.Equal(60, new Learning().Registers(Course, "KURSUS", jp: 60).Says("2026-03-02T08:00:00", Course).Year().CountedJp);
}
