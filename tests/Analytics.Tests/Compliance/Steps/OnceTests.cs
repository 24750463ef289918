using Analytics.Compliance;

namespace Analytics.Tests.Compliance.Steps;

/// <summary>Step 6, where the table of cases does not settle it.</summary>
public sealed class OnceTests
{
    private const string Course = "https://lms.example/course/1";
    private const string Other = "https://lms.example/course/2";

    [Fact]
    public void Step_6_a_session_counts_once_a_local_day()
    {
        var credits = new Learning().Registers(Course, "COACHING").Says("2026-03-02T08:00:00", Course).Says("2026-03-02T15:00:00", Course)
            .Says("2026-03-03T08:00:00", Course).Year().Credits;
        Assert.Equal([2m, 0, 2], credits.Select(credit => credit.CountedJp));
        Assert.Equal([new Reduction("duplicate", 2)], credits[1].Reductions);
    }

    [Fact]
    public void Step_6_a_course_counts_again_in_the_next_year() =>
        Assert.Equal([10m, 10m], Bimtek().Says("2025-03-02T08:00:00", Course).Says("2026-03-02T15:00:00", Course).Years().Select(year => year.CountedJp));

    [Fact]
    public void Step_6_a_certificate_counts_once_in_a_life() =>
        Assert.Equal([10m, 0], Bimtek().Says("2025-03-02T08:00:00", Course, certificate: "A").Says("2026-03-02T15:00:00", Course, certificate: "A")
            .Years().Select(year => year.CountedJp));

    [Fact]
    public void Step_6_a_duplicate_takes_neither_its_certificate_nor_its_activity_from_a_later_one()
    {
        var credits = Bimtek().Registers(Other, "BIMTEK", jp: 5)
            .Says("2026-03-01T08:00:00", Course, certificate: "A")
            .Says("2026-03-02T08:00:00", Course, certificate: "B") // a duplicate by its activity: B stays free
            .Says("2026-03-03T08:00:00", Other, certificate: "A") // a duplicate by its certificate: the activity stays free
            .Says("2026-03-04T08:00:00", Other, certificate: "B").Year().Credits;
        Assert.Equal([10m, 0, 0, 5], credits.Select(credit => credit.CountedJp));
    }

    [Fact]
    public void Step_6_at_the_same_instant_the_lower_id_is_first()
    {
        var credits = Bimtek().Says("2026-03-02T15:00:00", Course, id: "b0000000-0000-0000-0000-000000000000")
            .Says("2026-03-02T15:00:00", Course, id: "0a000000-0000-0000-0000-000000000000")
            .Says("2026-03-02T15:00:00", Course, id: "a0000000-0000-0000-0000-000000000001").Year().Credits;
        Assert.Equal(["0", "a", "b"], credits.Select(credit => credit.StatementId.ToString()[..1]));
        Assert.Equal([false, true, true], credits.Select(credit => credit.IsDuplicate));
    }

    private static Learning Bimtek() => new Learning().Registers(Course, "BIMTEK", jp: 10);
}
