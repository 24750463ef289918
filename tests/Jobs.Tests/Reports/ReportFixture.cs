using Analytics.Files;
using Jobs.MakeReports;
using Jobs.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Jobs.Tests.Reports;

/// <summary>Reports over agencies whose people a test may change; the agency "broken" cannot be read, "nobody" is not registered.</summary>
public sealed class ReportFixture : IDisposable
{
    /// <param name="createStore">Null for SQLite.</param>
    public ReportFixture(Func<TimeProvider, TemporaryStore>? createStore = null)
    {
        Temporary = createStore is null ? new TemporaryStore(Clock) : createStore(Clock);
        Reports = new KeptReports(
            Temporary.Store, new ContentFiles(Temporary.Data),
            SomeReports.Source(() => Agencies, () => CountedJp), Clock, NullLogger<KeptReports>.Instance);
        Schedules = new ReportSchedules(Temporary.Store, Clock);
        Job = new MakeReportsJob(Reports, Schedules, Clock, NullLogger<MakeReportsJob>.Instance);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 12, 31, 18, 30, 0, TimeSpan.Zero));

    public TemporaryStore Temporary { get; }

    public KeptReports Reports { get; }

    public ReportSchedules Schedules { get; }

    public MakeReportsJob Job { get; }

    public IReadOnlyList<string> Agencies { get; set; } = ["4001", "4002"];

    public decimal CountedJp { get; set; } = 12.5m;

    public void Dispose() => Temporary.Dispose();

    public async Task<string> ReadAsync(Report report)
    {
        using var reader = new StreamReader(Reports.OpenFile(report)!);
        return await reader.ReadToEndAsync();
    }
}
