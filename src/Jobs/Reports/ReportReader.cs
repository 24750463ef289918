using Analytics.ClickHouse;
using Analytics.Compliance;

namespace Jobs.Reports;

/// <summary>Reads what reports are made of from ClickHouse, row by row: an agency may have a hundred thousand people.</summary>
internal sealed class ReportReader(ClickHouseClient clickHouse)
{
    private static readonly string People = EmbeddedSql.Load<ReportReader>("ReportPeople");
    private static readonly string Activities = EmbeddedSql.Load<ReportReader>("DeliveredActivities");
    private static readonly string Months = EmbeddedSql.Load<ReportReader>("DeliveredMonths");
    private static readonly string Totals = EmbeddedSql.Load<ReportReader>("DeliveryTotals");
    private static readonly string Providers = EmbeddedSql.Load<ReportReader>("DeliveringProviders");

    public Task<IReadOnlyList<string>> AgencyCodesAsync(CancellationToken cancellationToken) =>
        CodesAsync("SELECT DISTINCT agency_code AS code FROM agencies ORDER BY code", new QueryParameters(), cancellationToken);

    public Task<IReadOnlyList<string>> ProvidersAsync(int year, CancellationToken cancellationToken) =>
        CodesAsync(Providers, new QueryParameters().Add("year", year), cancellationToken);

    public IAsyncEnumerable<ReportPerson> PeopleAsync(string agencyCode, int year, bool onlyBehind, CancellationToken cancellationToken) =>
        clickHouse.StreamAsync<ReportPerson>(
            People, new QueryParameters().Add("agency", agencyCode).Add("year", year).Add("behind", onlyBehind), cancellationToken);

    public IAsyncEnumerable<DeliveredActivity> ActivitiesAsync(string provider, int year, CancellationToken cancellationToken) =>
        clickHouse.StreamAsync<DeliveredActivity>(Activities, Of(provider, year), cancellationToken);

    public async Task<DeliveryFigures> DeliveryAsync(UnresolvedQueries unresolved, string provider, int year, CancellationToken cancellationToken)
    {
        const int mostGroups = 1_000;
        return new DeliveryFigures(
            (await clickHouse.QueryAsync<DeliveryTotals>(Totals, Of(provider, year), cancellationToken))[0],
            await clickHouse.QueryAsync<DeliveredMonth>(Months, Of(provider, year), cancellationToken),
            await unresolved.PeopleAsync(provider, mostGroups, cancellationToken),
            await unresolved.ActivitiesAsync(provider, mostGroups, cancellationToken));
    }

    private static QueryParameters Of(string provider, int year) => new QueryParameters().Add("provider", provider).Add("year", year);

    private async Task<IReadOnlyList<string>> CodesAsync(string sql, QueryParameters parameters, CancellationToken cancellationToken) =>
        [.. (await clickHouse.QueryAsync<CodeRow>(sql, parameters, cancellationToken)).Select(row => row.Code)];

    private sealed record CodeRow(string Code);
}
