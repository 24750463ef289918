using Analytics.Files;
using Jobs.MakeAgencyReports;
using Jobs.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Jobs.Tests.Reports;

/// <summary>Reports over three agencies, whose people a test may change; the agency "broken" cannot be read.</summary>
public sealed class ReportFixture : IDisposable
{
    public ReportFixture()
    {
        Temporary = new TemporaryStore(Clock);
        var source = new ReportSource(_ => Task.FromResult(Agencies), (agency, year, _) => PeopleOf(agency, year));
        Reports = new AgencyReports(
            Temporary.Store, new ContentFiles(Temporary.Data), source, Clock, NullLogger<AgencyReports>.Instance);
        Schedules = new ReportSchedules(Temporary.Store, Clock);
        Job = new MakeAgencyReportsJob(Reports, Schedules, Clock, NullLogger<MakeAgencyReportsJob>.Instance);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 12, 31, 18, 30, 0, TimeSpan.Zero));

    public TemporaryStore Temporary { get; }

    public AgencyReports Reports { get; }

    public ReportSchedules Schedules { get; }

    public MakeAgencyReportsJob Job { get; }

    public IReadOnlyList<string> Agencies { get; set; } = ["4001", "4002"];

    public decimal CountedJp { get; set; } = 12.5m;

    public void Dispose() => Temporary.Dispose();

    public async Task<string> ReadAsync(Report report)
    {
        using var reader = new StreamReader(Reports.OpenFile(report)!);
        return await reader.ReadToEndAsync();
    }

    private async IAsyncEnumerable<AgencyComplianceRow> PeopleOf(string agency, int year)
    {
        yield return new AgencyComplianceRow
        {
            Nip = "198001012005011001", Name = $"=Siti {agency} {year}", EmploymentType = "PNS", Unit = "Biro A, B",
            MinJp = 20, ClaimedJp = 14, ConvertedJp = 13, CountedJp = CountedJp, MissingJp = 20 - CountedJp, Status = "UNMET",
        };
        await Task.Yield();
        if (agency == "broken")
            throw new IOException("ClickHouse is down");
        yield return new AgencyComplianceRow { Nip = "199001012020121001", Name = "Budi", EmploymentType = "CPNS", Status = "NOT_REQUIRED" };
    }
}
