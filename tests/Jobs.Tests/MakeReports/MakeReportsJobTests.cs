using Jobs.MakeReports;
using Jobs.Reports;
using Jobs.Tests.Reports;
using Testing;

namespace Jobs.Tests.MakeReports;

public class MakeReportsJobTests : IDisposable
{
    private readonly ReportFixture _fixture;

    public MakeReportsJobTests()
        : this(new ReportFixture())
    {
    }

    protected MakeReportsJobTests(ReportFixture fixture) => _fixture = fixture;

    public void Dispose() => _fixture.Dispose();

    [SkippableFact]
    public async Task Asked_for_by_hand_it_makes_this_years_report_of_every_agency()
    {
        // 18:30 UTC on 31 December is past midnight in Jakarta.
        Assert.Equal(2, await RunAsync(onDemand: true));
        Assert.Equal([("4001", 2027), ("4002", 2027)], await Made());
    }

    [SkippableFact]
    public async Task Asked_for_one_it_makes_that_one()
    {
        Assert.Equal(1, await RunAsync(onDemand: true, new ReportOrder(ReportKind.Compliance, ReportFormat.Csv, "4002", "", 2025)));
        Assert.Equal([("4002", 2025)], await Made());
    }

    [SkippableFact]
    public async Task Asked_for_a_schedule_it_makes_what_that_makes_and_leaves_its_time()
    {
        await _fixture.Schedules.SetAsync(new ReportSchedule { Id = "m", Cadence = "monthly" }, default);
        var before = (await _fixture.Schedules.FindAsync("m", default))!;
        Assert.Equal(2, await RunAsync(onDemand: true, new ScheduleOrder(before, 2025)));
        Assert.Equal([("4001", 2025), ("4002", 2025)], await Made());
        Assert.Equal(before.NextRunAt, (await _fixture.Schedules.FindAsync("m", default))!.NextRunAt);
    }

    [SkippableFact]
    public async Task Out_of_the_box_every_agency_gets_the_report_of_the_year_that_has_ended()
    {
        Assert.Equal(0, await RunAsync());
        _fixture.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(2, await RunAsync());
        Assert.Equal([("4001", 2026), ("4002", 2026)], await Made());
        Assert.Equal(0, await RunAsync());
    }

    [SkippableFact]
    public async Task A_schedule_is_honoured_once_each_time()
    {
        await _fixture.Schedules.DeleteAsync("every-agency-yearly", default);
        await _fixture.Schedules.SetAsync(new ReportSchedule { Id = "m", AgencyCode = "4001", Cadence = "monthly" }, default);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1L, 0L), (await RunAsync(), await RunAsync()));
        _fixture.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal((1L, 0L), (await RunAsync(), await RunAsync()));
        Assert.Equal([("4001", 2026), ("4001", 2027)], await Made());
    }

    [SkippableFact]
    public async Task What_passed_while_the_service_was_off_comes_once()
    {
        await _fixture.Schedules.DeleteAsync("every-agency-yearly", default);
        await _fixture.Schedules.SetAsync(new ReportSchedule { Id = "m", AgencyCode = "4001", Cadence = "monthly" }, default);
        _fixture.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal((1L, 0L), (await RunAsync(), await RunAsync()));
        Assert.Equal([("4001", 2026)], await Made());
    }

    [SkippableFact]
    public async Task An_agency_whose_report_fails_keeps_no_other_from_theirs_and_is_tried_again()
    {
        _fixture.Agencies = ["broken", "4001"];
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<ReportsNotMadeException>(() => RunAsync());
        Assert.Equal([("4001", 2026)], await Made());
        _fixture.Agencies = ["4001"];
        Assert.Equal((1L, 0L), (await RunAsync(), await RunAsync()));
    }

    [SkippableTheory]
    [InlineData("nation", "", "", "nation-2026.xlsx")]
    [InlineData("delivery", "", "belajar.id", "delivery-belajar.id-2026.xlsx")]
    [InlineData("delivery", "", "", "delivery-belajar.id-2026.xlsx delivery-moodle-2026.xlsx")]
    [InlineData("behind", "", "", "behind-4001-2026.xlsx behind-4002-2026.xlsx")]
    [InlineData("forms", "4002", "", "forms-4002-2026.xlsx")]
    public async Task A_schedule_makes_its_kind_in_its_format_of_one_or_of_all(string kind, string agency, string provider, string expected)
    {
        await _fixture.Schedules.DeleteAsync("every-agency-yearly", default);
        var schedule = new ReportSchedule { Id = "s", AgencyCode = agency, Provider = provider, Kind = kind, Format = "xlsx", Cadence = "monthly" };
        await _fixture.Schedules.SetAsync(schedule, default);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Equal(expected.Split(' '), (await _fixture.Reports.ListAsync(null, null, null, null, default)).Select(report => report.FileName).Order());
    }

    [SkippableTheory]
    [InlineData("weekly")]
    [InlineData("0 0 31 2 *")]
    public async Task A_cadence_nobody_knows_or_that_never_comes_is_refused(string cadence) =>
        Assert.Null(await _fixture.Schedules.SetAsync(new ReportSchedule { Id = "x", Cadence = cadence }, default));

    private async Task<long> RunAsync(bool onDemand = false, object? request = null)
    {
        var run = new JobRunContext(onDemand, request);
        await _fixture.Job.RunAsync(run, default);
        return run.Rows;
    }

    private async Task<IEnumerable<(string, int)>> Made() =>
        (await _fixture.Reports.ListAsync(null, null, null, null, default)).Select(report => (report.AgencyCode, report.Year)).Order();
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class MakeReportsJobOnPostgresTests(PostgresFixture postgres) : MakeReportsJobTests(new ReportFixture(clock => postgres.CreateStore(clock)));
