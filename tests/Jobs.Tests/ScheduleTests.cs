namespace Jobs.Tests;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("recompute-compliance", "2026-03-01T17:59:59Z", "2026-03-01T18:00:00Z")]
    [InlineData("recompute-compliance", "2026-03-01T18:00:00Z", "2026-03-02T18:00:00Z")]
    [InlineData("compute-compliance", "2026-03-01T18:00:00Z", "2026-03-01T18:00:01Z")]
    public void Times_of_day_are_wib(string name, string after, string expected)
    {
        var job = Assert.Single(Schedule.All, job => job.Name == name);
        Assert.Equal(DateTimeOffset.Parse(expected), job.Timetable.NextAfter(DateTimeOffset.Parse(after)));
    }

    [Theory]
    [InlineData("recompute-compliance", "2026-03-01T18:20:00Z", "2026-03-02T19:00:00Z", false)]
    [InlineData("recompute-compliance", "2026-03-01T18:20:00Z", "2026-03-02T19:00:01Z", true)]
    [InlineData("make-reports", "2026-03-01T18:10:05Z", "2026-03-01T20:10:00Z", false)]
    [InlineData("make-reports", "2026-03-01T18:10:05Z", "2026-03-01T20:10:01Z", true)]
    [InlineData("compute-compliance", "2026-03-01T18:00:00Z", "2026-03-01T18:01:00Z", false)]
    [InlineData("compute-compliance", "2026-03-01T18:00:00Z", "2026-03-01T18:01:03Z", true)]
    public void A_job_is_overdue_when_its_next_run_has_had_time_and_has_not_succeeded(string name, string lastSuccess, string now, bool overdue)
    {
        var job = Assert.Single(Schedule.All, job => job.Name == name);
        Assert.Equal(overdue, job.IsOverdue(DateTimeOffset.Parse(lastSuccess), DateTimeOffset.Parse(now)));
    }

    [Fact]
    public void Each_job_has_a_name_of_its_own_that_begins_with_a_verb_and_fits_a_url()
    {
        Assert.Equal(Schedule.All.Count, Schedule.All.Select(job => job.Name).Distinct().Count());
        Assert.All(Schedule.All, job => Assert.Matches("^[a-z]+(-[a-z]+)+$", job.Name));
    }

    [Theory]
    [InlineData("monthly", "2026-12-31T18:59:59Z", "2026-12-31T19:00:00Z")]
    [InlineData("quarterly", "2026-02-10T00:00:00Z", "2026-03-31T19:00:00Z")]
    [InlineData("yearly", "2026-02-10T00:00:00Z", "2026-12-31T19:00:00Z")]
    [InlineData("30 6 * * 1", "2026-03-02T00:00:00Z", "2026-03-08T23:30:00Z")]
    [InlineData("0 30 6 ? * MON", "2026-03-02T00:00:00Z", "2026-03-08T23:30:00Z")]
    public void A_cadence_is_a_word_or_cron_as_crontab_or_quartz_write_it(string cadence, string after, string expected)
    {
        Assert.True(Timetable.TryParse(cadence, out var timetable, out _));
        Assert.Equal(DateTimeOffset.Parse(expected), timetable.NextAfter(DateTimeOffset.Parse(after)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("weekly")]
    [InlineData("* * *")]
    [InlineData("75 6 * * 1")]
    [InlineData("99 6 * * 1")]
    [InlineData("0 0,99 6 ? * MON")]
    public void Anything_else_is_no_cadence_and_the_answer_says_why(string cadence)
    {
        Assert.False(Timetable.TryParse(cadence, out _, out var wrong));
        Assert.NotEmpty(wrong);
    }
}
