using Analytics.ClickHouse;

namespace Analytics.Compliance.Queries;

/// <summary>The names of agencies and competencies, for those who read.</summary>
internal sealed class RegistryNames(ClickHouseClient clickHouse)
{
    private static readonly string AgencyNames = EmbeddedSql.Load<RegistryNames>(nameof(AgencyNames));
    private static readonly string CompetencyNames = EmbeddedSql.Load<RegistryNames>(nameof(CompetencyNames));

    /// <summary>Null for an agency that is not registered.</summary>
    public async Task<AgencyName?> AgencyAsync(string code, CancellationToken cancellation) =>
        (await ReadAgenciesAsync(code, cancellation)).FirstOrDefault();

    public async Task<Dictionary<string, AgencyName>> AgenciesAsync(CancellationToken cancellation) =>
        (await ReadAgenciesAsync(null, cancellation)).ToDictionary(row => row.Code, StringComparer.Ordinal);

    /// <summary>These competencies in their order; one that is not registered is named by its code.</summary>
    public async Task<List<(string Code, string Name)>> CompetenciesAsync(IEnumerable<string> codes, CancellationToken cancellation)
    {
        var names = (await clickHouse.QueryAsync<CodeRow>(CompetencyNames, cancellation: cancellation))
            .ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        return [.. codes.Select(code => (code, names.GetValueOrDefault(code, code)))];
    }

    private Task<List<AgencyName>> ReadAgenciesAsync(string? only, CancellationToken cancellation) =>
        clickHouse.QueryAsync<AgencyName>(AgencyNames, new QueryParameters().Add("only", only), cancellation);

    private sealed record CodeRow(string Code, string Name);
}

/// <param name="ProvinceCode">"" where there is none.</param>
internal sealed record AgencyName(string Code, string Name, string Kind, string ProvinceCode);
