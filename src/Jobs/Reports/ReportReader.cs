using Analytics.ClickHouse;

namespace Jobs.Reports;

/// <summary>Reads what reports are made of from ClickHouse, row by row: an agency may have a hundred thousand people.</summary>
internal sealed class ReportReader(ClickHouseClient clickHouse)
{
    private static readonly string People = EmbeddedSql.Load<ReportReader>("PeopleOfReport");

    public async Task<IReadOnlyList<string>> AgencyCodesAsync(CancellationToken cancellationToken)
    {
        var rows = await clickHouse.QueryAsync<AgencyCodeRow>(
            "SELECT DISTINCT agency_code FROM agencies ORDER BY agency_code", cancellation: cancellationToken);
        return [.. rows.Select(row => row.AgencyCode)];
    }

    public IAsyncEnumerable<AgencyComplianceRow> PeopleAsync(string agencyCode, int year, CancellationToken cancellationToken) =>
        clickHouse.StreamAsync<AgencyComplianceRow>(
            People, new QueryParameters().Add("agency", agencyCode).Add("year", year), cancellationToken);

    private sealed record AgencyCodeRow(string AgencyCode);
}
