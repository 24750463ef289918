using Analytics.Compliance;

namespace Analytics.Tests.Compliance;

/// <summary>Every row of the table of cases that the way of counting is agreed on.</summary>
public sealed class CasesTests
{
    private const string Course = "https://lms.example/course/1";
    private const string Other = "https://lms.example/course/2";

    [Fact]
    public void A_two_day_national_workshop_counts_10() =>
        Counts([10], new Learning().Registers(Course, "WORKSHOP", units: 2).Says("2026-03-02T15:00:00", Course));

    [Fact]
    public void A_one_day_international_seminar_counts_6() =>
        Counts([6], new Learning().Registers(Course, "SEMINAR", international: true).Says("2026-03-02T15:00:00", Course));

    [Fact]
    public void Five_coaching_sessions_on_five_days_of_one_month_count_4()
    {
        var learning = new Learning().Registers(Course, "COACHING");
        foreach (var day in Enumerable.Range(1, 5))
            learning.Says($"2026-03-0{day}T10:00:00", Course);
        var year = Counts([2, 2, 0, 0, 0], learning);
        Assert.Equal([new Reduction("events_per_month", 2)], year.Credits[4].Reductions);
        Assert.Equal(10, year.ConvertedJp);
    }

    [Fact]
    public void Two_mentoring_and_two_coaching_sessions_in_one_month_count_8() =>
        Counts([2, 2, 2, 2], new Learning().Registers(Course, "COACHING").Registers(Other, "MENTORING")
            .Says("2026-03-01T10:00:00", Course).Says("2026-03-02T10:00:00", Other)
            .Says("2026-03-03T10:00:00", Course).Says("2026-03-04T10:00:00", Other));

    [Fact]
    public void E_learning_of_10_JP_with_all_its_statements_on_one_local_day_counts_3()
    {
        var year = Counts([3], new Learning().Registers(Course, "ELEARNING", jp: 10)
            .Says("2026-03-02T08:00:00", Course + "/1", Learning.Launched, parts: [Course]).Says("2026-03-02T15:00:00", Course));
        Assert.Equal([new Reduction("jp_per_day", 7)], year.Credits[0].Reductions);
    }

    [Fact]
    public void E_learning_of_10_JP_with_statements_on_four_local_days_counts_10() =>
        Counts([10], new Learning().Registers(Course, "ELEARNING", jp: 10)
            .Says("2026-03-02T08:00:00", Course + "/1", Learning.Launched, parts: [Course])
            .Says("2026-03-03T08:00:00", Course, Learning.Launched)
            .Says("2026-03-05T08:00:00", Course + "/2", Learning.Launched, parts: [Course])
            .Says("2026-03-09T15:00:00", Course));

    [Fact]
    public void E_learning_on_three_days_counts_9_and_a_second_on_two_of_them_and_a_later_one_counts_3() =>
        Counts([9, 3], new Learning().Registers(Course, "ELEARNING", jp: 10).Registers(Other, "ELEARNING", jp: 4)
            .Says("2026-03-02T08:00:00", Course, Learning.Launched).Says("2026-03-02T09:00:00", Other, Learning.Launched)
            .Says("2026-03-03T08:00:00", Course, Learning.Launched).Says("2026-03-03T09:00:00", Other, Learning.Launched)
            .Says("2026-03-04T15:00:00", Course)
            .Says("2026-03-05T15:00:00", Other));

    [Fact]
    public void Self_learning_of_three_hours_on_one_day_counts_2()
    {
        var year = Counts([2], new Learning().Registers(Course, "SELF_LEARN").Says("2026-03-02T15:00:00", Course, duration: "PT3H"));
        Assert.Equal((4, 4), (year.ClaimedJp, year.ConvertedJp));
    }

    [Fact]
    public void An_international_bimtek_of_10_JP_counts_12() =>
        Counts([12], new Learning().Registers(Course, "BIMTEK", jp: 10, international: true).Says("2026-03-02T15:00:00", Course));

    [Fact]
    public void A_national_benchmarking_visit_of_three_days_counts_10() =>
        Counts([10], new Learning().Registers(Course, "BENCHMARK")
            .Says("2026-03-02T15:00:00", Course, Learning.Launched).Says("2026-03-03T15:00:00", Course, Learning.Launched)
            .Says("2026-03-04T15:00:00", Course));

    [Fact]
    public void PPPK_with_30_JP_in_the_contract_year_count_24_and_6_are_over_the_cap()
    {
        var year = Counts([20, 4], new Learning().Works("PPPK", contract: "2026-02-01").Registers(Course, "BIMTEK", jp: 20).Registers(Other, "KURSUS", jp: 10)
            .Says("2026-03-02T15:00:00", Course).Says("2026-04-02T15:00:00", Other));
        Assert.Equal([new Reduction("over_cap", 6)], year.Credits[1].Reductions);
        Assert.Equal(24, year.CountedJp);
    }

    [Fact]
    public void Two_platforms_with_the_same_certificate_number_count_once()
    {
        var year = Counts([10, 0], new Learning().Registers(Course, "BIMTEK", jp: 10).Registers(Other, "KURSUS", jp: 8)
            .Says("2026-03-02T15:00:00", Course, certificate: "LAN-7", provider: "kolabjar")
            .Says("2026-04-02T15:00:00", Other, certificate: "LAN-7", provider: "lms-bps"));
        Assert.Equal([new Reduction("duplicate", 8)], year.Credits[1].Reductions);
        Assert.Equal((10, 10), (year.ClaimedJp, year.ConvertedJp));
    }

    [Fact]
    public void Completed_on_31_December_23_30_WIB_sent_as_16_30Z_is_of_that_year()
    {
        var learning = new Learning().Registers(Course, "BIMTEK", jp: 10).Says("2025-12-31T16:30:00Z", Course);
        Assert.Equal(10, learning.Year(2025).CountedJp);
        Assert.Equal(0, learning.Year(2026).CountedJp);
    }

    [Fact]
    public void Completed_at_15_30Z_on_31_December_in_Jayapura_is_of_the_next_year()
    {
        var learning = new Learning().Works(zone: "Asia/Jayapura").Registers(Course, "BIMTEK", jp: 10).Says("2026-12-31T15:30:00Z", Course);
        Assert.Equal(0, learning.Year(2026).CountedJp);
        Assert.Equal(10, learning.Year(2027).CountedJp);
        Assert.Equal([2027], learning.Years().Select(year => year.Year));
    }

    [Fact]
    public void Completed_then_passed_for_the_same_course_counts_once_at_the_first()
    {
        var year = Counts([10, 0], new Learning().Registers(Course, "BIMTEK", jp: 10)
            .Says("2026-04-02T15:00:00", Course, Learning.Passed).Says("2026-03-02T15:00:00", Course));
        Assert.Equal(Learning.Date("2026-03-02"), year.Credits[0].Date);
    }

    [Fact]
    public void Without_the_voided_credit_the_next_duplicate_takes_its_place()
    {
        var learning = new Learning().Registers(Course, "BIMTEK", jp: 10)
            .Says("2026-03-02T15:00:00", Course).Says("2026-04-02T15:00:00", Course, Learning.Passed);
        learning.Statements.RemoveAt(0);
        var year = Counts([10], learning);
        Assert.Equal(Learning.Date("2026-04-02"), year.Credits[0].Date);
    }

    private static PersonYear Counts(decimal[] expected, Learning learning)
    {
        var year = learning.Year();
        Assert.Equal(expected, year.Credits.Select(credit => credit.CountedJp));
        Assert.Equal(expected.Sum(), year.CountedJp);
        return year;
    }
}
