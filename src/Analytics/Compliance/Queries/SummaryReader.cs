using Analytics.ClickHouse;

namespace Analytics.Compliance.Queries;

/// <summary>Reads a year of an agency, or of the nation.</summary>
internal sealed class SummaryReader(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock, RegistryNames names)
{
    private const int ByForm = 0b011;
    private const int ByProvider = 0b101;
    private const int ByMonth = 0b010;

    private static readonly string TotalsByEmploymentType = EmbeddedSql.Load<SummaryReader>(nameof(TotalsByEmploymentType));
    private static readonly string TotalsByAgency = EmbeddedSql.Load<SummaryReader>(nameof(TotalsByAgency));
    private static readonly string CreditTotals = EmbeddedSql.Load<SummaryReader>(nameof(CreditTotals));
    private static readonly string CompetencyTotals = EmbeddedSql.Load<SummaryReader>(nameof(CompetencyTotals));

    public async Task<AgencyCompliance> AgencyAsync(AgencyName agency, int year, CancellationToken cancellation) =>
        new(await ReadAsync(agency.Code, year, cancellation)) { Code = agency.Code, Name = agency.Name, Kind = agency.Kind };

    public async Task<NationCompliance> NationAsync(int year, CancellationToken cancellation)
    {
        var (summary, agencies) = (ReadAsync("", year, cancellation), AgenciesAsync(year, cancellation));
        await Task.WhenAll(summary, agencies);
        return new NationCompliance(await summary) { Agencies = await agencies, ByProvince = ProvincesOf(await agencies) };
    }

    private async Task<ComplianceSummary> ReadAsync(string agencyCode, int year, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().Add("agency", agencyCode).Add("year", year);
        // Asked at the same time: each waits for ClickHouse.
        var (askedTotals, askedCredits, askedCovered) = (
            clickHouse.QueryAsync<TotalRow>(TotalsByEmploymentType, parameters, cancellation),
            clickHouse.QueryAsync<CreditTotalRow>(CreditTotals, parameters, cancellation),
            clickHouse.QueryAsync<CoveredTotalRow>(CompetencyTotals, parameters, cancellation));
        await Task.WhenAll(askedTotals, askedCredits, askedCovered);
        var (totals, credits, covered) = (await askedTotals, await askedCredits, await askedCovered);
        var competencies = await names.CompetenciesAsync(
            packs.CompetenciesOf(year, clock.GetUtcNow()).Union(covered.Select(row => row.Code)), cancellation);
        var total = TotalRow.Sum(totals);
        return new ComplianceSummary
        {
            Year = year,
            People = total.People,
            Met = total.Met,
            Unmet = total.Unmet,
            Exempt = total.Exempt,
            NotRequired = total.NotRequired,
            CountedJp = Jp.Shown(total.CountedJp),
            MeanJp = total.MeanJp,
            ComputedAt = totals.Count == 0 ? null : Micro.ToMoment(total.ComputedAt),
            ByEmploymentType = [.. totals.Select(row => new EmploymentTypeCompliance(
                row.Key, row.People, row.Met, row.Unmet, row.Exempt, row.NotRequired, Jp.Shown(row.CountedJp), row.MeanJp))],
            ByForm = [.. credits.Where(row => row.Dimensions == ByForm).Select(row => new FormHours(
                row.Form, row.CreditsCount, row.People, Jp.Shown(row.ClaimedJp), Jp.Shown(row.ConvertedJp), Jp.Shown(row.CountedJp)))],
            ByProvider = [.. credits.Where(row => row.Dimensions == ByProvider).Select(row => new ProviderHours(
                row.Provider, row.CreditsCount, row.People, Jp.Shown(row.ClaimedJp), Jp.Shown(row.ConvertedJp), Jp.Shown(row.CountedJp)))],
            ByCompetency = [.. competencies.Select(competency => ShareOf(competency, covered, total.People))],
            ByMonth = [.. Enumerable.Range(1, 12).Select(month => MonthOf(month, credits))],
        };
    }

    private async Task<List<AgencyTotals>> AgenciesAsync(int year, CancellationToken cancellation)
    {
        var agencies = await names.AgenciesAsync(cancellation);
        var totals = await clickHouse.QueryAsync<TotalRow>(TotalsByAgency, new QueryParameters().Add("year", year), cancellation);
        return [.. totals.Select(row => TotalsOf(row, agencies.GetValueOrDefault(row.Key)))];
    }

    private static AgencyTotals TotalsOf(TotalRow row, AgencyName? agency) => new(
        row.Key, agency?.Name ?? row.Key, row.People, row.Met, row.Unmet, row.Exempt, row.NotRequired, Jp.Shown(row.CountedJp), row.MeanJp,
        agency?.Kind ?? "", agency is { ProvinceCode.Length: > 0 } ? agency.ProvinceCode : null);

    /// <summary>By the province that the agency is of. Ministries and bodies are of the nation, wherever they have their seat.</summary>
    private static List<ProvinceTotals> ProvincesOf(IEnumerable<AgencyTotals> agencies) =>
    [
        .. agencies.GroupBy(agency => agency.Kind is "KEMENTERIAN" or "LEMBAGA" ? "" : agency.ProvinceCode ?? "", StringComparer.Ordinal)
            .OrderBy(province => province.Key, StringComparer.Ordinal).Select(ProvinceTotals.Of),
    ];

    private static CompetencyShare ShareOf((string Code, string Name) competency, List<CoveredTotalRow> covered, long people)
    {
        var covering = covered.FirstOrDefault(row => row.Code == competency.Code)?.People ?? 0;
        return new CompetencyShare(competency.Code, competency.Name, covering, people == 0 ? 0 : Math.Round((decimal)covering / people, 4));
    }

    private static MonthHours MonthOf(int month, List<CreditTotalRow> credits)
    {
        var forms = credits.Where(row => row.Dimensions == ByMonth && row.Month == month).ToList();
        return new MonthHours(
            month, forms.Sum(row => row.CreditsCount), Jp.Shown(forms.Sum(row => row.CountedJp)),
            [.. forms.Select(row => new MonthFormHours(row.Form, Jp.Shown(row.CountedJp)))]);
    }

    private sealed record CreditTotalRow(
        int Dimensions, string Form, string Provider, int Month, long CreditsCount, long People, decimal ClaimedJp, decimal ConvertedJp,
        decimal CountedJp);

    private sealed record CoveredTotalRow(string Code, long People);
}
