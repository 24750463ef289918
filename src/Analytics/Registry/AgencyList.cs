using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>The agencies and how many people each has today.</summary>
public sealed class AgencyList(ClickHouseClient clickHouse, TimeProvider clock)
{
    private static readonly string Query = EmbeddedSql.Load<AgencyList>();

    /// <param name="onlyCode">One agency, or null for all.</param>
    public Task<List<ListedAgency>> ReadAsync(string? onlyCode, CancellationToken cancellation) =>
        clickHouse.QueryAsync<ListedAgency>(
            Query, new QueryParameters().Add("today", Wib.Today(clock)).Add("only", onlyCode), cancellation);
}

public sealed record ListedAgency(string Code, string Name, string Kind, string? ParentCode, string? ProvinceCode, string Timezone, long People);
