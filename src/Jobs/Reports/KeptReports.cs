using Analytics.ClickHouse;
using Analytics.Files;
using Analytics.Relational;
using Microsoft.Extensions.Logging;

namespace Jobs.Reports;

/// <summary>Makes reports, keeps them, gives them back, and lets them go when they are old.</summary>
public sealed class KeptReports(
    RelationalStore store, ContentFiles files, ReportSource source, TimeProvider clock, ILogger<KeptReports> logger)
{
    private const int MaxListed = 5_000;

    /// <summary>A file is written before its report is listed; one younger than this may belong to a report that is being made.</summary>
    private static readonly TimeSpan SurelyListedAfter = TimeSpan.FromHours(1);

    private static readonly string Insert = EmbeddedSql.Load<KeptReports>("InsertReport");
    private static readonly string Newest = EmbeddedSql.Load<KeptReports>("NewestReport");
    private static readonly string List = EmbeddedSql.Load<KeptReports>("ListReports");

    private readonly ReportContents _contents = new(source, clock);

    public Task<IReadOnlyList<string>> AgencyCodesAsync(CancellationToken cancellationToken) => source.AgencyCodesAsync(cancellationToken);

    public Task<IReadOnlyList<string>> ProvidersAsync(int year, CancellationToken cancellationToken) => source.ProvidersAsync(year, cancellationToken);

    /// <summary>
    /// Reads and writes it. Where the file would be the same as the last one's, that one is the answer: made twice, there is still one report.
    /// </summary>
    /// <exception cref="ReportOfNobodyException">No agency has this code.</exception>
    public async Task<Report> MakeAsync(ReportOrder order, CancellationToken cancellationToken)
    {
        var content = await _contents.ReadAsync(order, cancellationToken) ?? throw new ReportOfNobodyException(order.AgencyCode);
        var file = await files.KeepAsync(stream => WriteAsync(order.Format, stream, content, cancellationToken), cancellationToken);
        var report = new Report
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            AgencyCode = order.AgencyCode,
            Provider = order.Provider,
            Year = order.Year,
            Kind = ReportNames.Of(order.Kind),
            Format = ReportNames.Of(order.Format),
            FileName = order.FileName,
            Bytes = file.Bytes,
            Sha256 = file.Sha256,
            CreatedAt = clock.GetUtcNow(),
        };
        if (await store.WriteAsync(Insert, report, cancellationToken) > 0)
        {
            logger.ReportMade(report.Kind, report.Format, order.AgencyCode + order.Provider, order.Year, file.Bytes);
            return report;
        }

        return (await store.ReadOneAsync<Report>(Newest, report, cancellationToken))!;
    }

    /// <summary>Newest first; null means any.</summary>
    public Task<IReadOnlyList<Report>> ListAsync(
        string? agencyCode, string? provider, string? kind, int? year, CancellationToken cancellationToken) =>
        store.ReadAsync<Report>(
            List, new { agencyCode = agencyCode ?? "", provider = provider ?? "", kind = kind ?? "", year = year ?? 0, limit = MaxListed },
            cancellationToken);

    public Task<Report?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.ReadOneAsync<Report>("SELECT * FROM reports WHERE id = @id", new { id }, cancellationToken);

    public Stream? OpenFile(Report report) => files.OpenRead(report.Sha256);

    /// <summary>
    /// Forgets the reports made before a moment, and removes each file that no report refers to any more.
    /// </summary>
    /// <returns>How many reports were forgotten.</returns>
    public async Task<int> RemoveMadeBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var old = await store.ReadAsync<string>("SELECT DISTINCT sha256 FROM reports WHERE created_at < @moment", new { moment }, cancellationToken);
        var removed = await store.WriteAsync("DELETE FROM reports WHERE created_at < @moment", new { moment }, cancellationToken);
        foreach (var sha256 in old)
        {
            if (await store.ReadOneAsync<string>("SELECT id FROM reports WHERE sha256 = @sha256", new { sha256 }, cancellationToken) is null)
                files.Remove(sha256, writtenBefore: clock.GetUtcNow() - SurelyListedAfter);
        }

        return removed;
    }

    private static Task WriteAsync(ReportFormat format, Stream stream, ReportContent content, CancellationToken cancellationToken) => format switch
    {
        ReportFormat.Csv => CsvReport.WriteAsync(stream, content, cancellationToken),
        ReportFormat.Xlsx => XlsxReport.WriteAsync(stream, content, cancellationToken),
        _ => PdfReport.WriteAsync(stream, content, cancellationToken),
    };
}

/// <summary>A report was asked for of an agency that is not registered.</summary>
public sealed class ReportOfNobodyException(string agencyCode) : Exception($"No agency has the code \"{agencyCode}\".");
