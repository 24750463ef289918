using System.Collections.Concurrent;
using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>Keeps <c>agency_years</c> up with <c>agency_people</c>: the agencies in which anybody was computed are summed again.</summary>
internal sealed class SumAgencies(ClickHouseClient clickHouse, TimeProvider clock)
{
    private static readonly string Query = EmbeddedSql.Load<SumAgencies>();

    private readonly ConcurrentDictionary<(int Year, string Agency), bool> _touched = [];

    /// <summary>Somebody of an agency was computed; the same one again costs nothing.</summary>
    public void Touch(int year, string agencyCode) => _touched.TryAdd((year, agencyCode), true);

    /// <summary>Sums every agency that was touched.</summary>
    public async Task SumTouchedAsync(CancellationToken cancellation)
    {
        foreach (var year in _touched.Keys.GroupBy(one => one.Year, one => one.Agency))
            await SumAsync(year.Key, [.. year], cancellation);
    }

    /// <summary>Sums all agencies of all years that anything stands of.</summary>
    public async Task SumAllAsync(CancellationToken cancellation)
    {
        foreach (var row in await clickHouse.QueryAsync<YearRow>("SELECT DISTINCT year FROM agency_people ORDER BY year", cancellation: cancellation))
            await SumAsync(row.Year, null, cancellation);
    }

    private Task SumAsync(int year, IReadOnlyCollection<string>? agencies, CancellationToken cancellation) => clickHouse.ExecuteAsync(
        Query,
        new QueryParameters().Add("year", year).Add("all", agencies is null).Add("read_at", clock.GetUtcNow())
            .AddKeys("wanted_agencies", agencies ?? []),
        cancellation);

    private sealed record YearRow(int Year);
}
