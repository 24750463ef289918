using Analytics.ClickHouse;
using Analytics.Files;
using Analytics.Relational;
using Microsoft.Extensions.Logging;

namespace Jobs.Reports;

/// <summary>Makes the agencies' reports, keeps them, and gives them back.</summary>
public sealed class AgencyReports(
    RelationalStore store, ContentFiles files, ReportSource source, TimeProvider clock, ILogger<AgencyReports> logger)
{
    private const int MaxListed = 5_000;

    private static readonly string Insert = EmbeddedSql.Load<AgencyReports>("InsertReport");
    private static readonly string Newest = EmbeddedSql.Load<AgencyReports>("NewestReport");
    private static readonly string List = EmbeddedSql.Load<AgencyReports>("ListReports");

    public Task<IReadOnlyList<string>> AgencyCodesAsync(CancellationToken cancellationToken) => source.AgencyCodesAsync(cancellationToken);

    /// <summary>Where nothing has changed since the last one, that one is the answer: made twice, there is still one report.</summary>
    public async Task<Report> MakeAsync(string agencyCode, int year, CancellationToken cancellationToken)
    {
        var people = source.PeopleAsync(agencyCode, year, cancellationToken);
        var file = await files.KeepAsync(stream => AgencyComplianceCsv.WriteAsync(stream, people, cancellationToken), cancellationToken);
        var report = new Report
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            AgencyCode = agencyCode,
            Year = year,
            Kind = ReportKinds.Compliance,
            Format = ReportKinds.Csv,
            FileName = FileName(agencyCode, year),
            Bytes = file.Bytes,
            Sha256 = file.Sha256,
            CreatedAt = clock.GetUtcNow(),
        };
        if (await store.WriteAsync(Insert, report, cancellationToken) > 0)
        {
            logger.ReportMade(agencyCode, year, file.Bytes);
            return report;
        }

        return (await store.ReadOneAsync<Report>(Newest, report, cancellationToken))!;
    }

    public Task<IReadOnlyList<Report>> ListAsync(string? agencyCode, int? year, CancellationToken cancellationToken) =>
        store.ReadAsync<Report>(List, new { agencyCode = agencyCode ?? "", year = year ?? 0, limit = MaxListed }, cancellationToken);

    public Task<Report?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.ReadOneAsync<Report>("SELECT * FROM reports WHERE id = @id", new { id }, cancellationToken);

    public Stream? OpenFile(Report report) => files.OpenRead(report.Sha256);

    // The agency's code comes from an import: what has no place in a file name is left out of it.
    private static string FileName(string agencyCode, int year)
    {
        var code = string.Concat(agencyCode.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '_'));
        return $"compliance-{code}-{year}.csv";
    }
}
