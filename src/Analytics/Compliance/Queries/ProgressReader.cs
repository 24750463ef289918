using Analytics.ClickHouse;

namespace Analytics.Compliance.Queries;

/// <summary>Reads how a year went, and how its people stand by unit and position group; agency "" is the nation.</summary>
internal sealed class ProgressReader(ClickHouseClient clickHouse)
{
    private const int MonthsOfYear = 12;

    private static readonly string DaysOfYear = EmbeddedSql.Load<ProgressReader>(nameof(DaysOfYear));
    private static readonly string MonthsByAgency = EmbeddedSql.Load<ProgressReader>(nameof(MonthsByAgency));
    private static readonly string TotalsByUnit = EmbeddedSql.Load<ProgressReader>(nameof(TotalsByUnit));
    private static readonly string TotalsByPositionGroup = EmbeddedSql.Load<ProgressReader>(nameof(TotalsByPositionGroup));
    private static readonly string TotalsByEmploymentType = EmbeddedSql.Load<ProgressReader>(nameof(TotalsByEmploymentType));

    public async Task<YearInDays> DaysAsync(string agencyCode, int year, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().Add("agency", agencyCode).Add("year", year);
        var totals = await clickHouse.QueryAsync<TotalRow>(TotalsByEmploymentType, parameters, cancellation);
        var days = await clickHouse.QueryAsync<DayRow>(DaysOfYear, parameters, cancellation);
        var total = TotalRow.Sum(totals);
        return new YearInDays(
            year, total.People, total.Met + total.Unmet, Math.Max(0, total.Met - days.Sum(day => day.Met)),
            totals.Count == 0 ? null : Micro.ToMoment(total.ComputedAt),
            [.. days.Select(day => new DayHours(day.Day, day.CreditsCount, Jp.Shown(day.CountedJp), day.Met))]);
    }

    public async Task<YearInMonths> MonthsAsync(int year, CancellationToken cancellation)
    {
        var months = await clickHouse.QueryAsync<MonthRow>(MonthsByAgency, new QueryParameters().Add("year", year), cancellation);
        return new YearInMonths(year, [.. months.GroupBy(month => month.Agency, MonthsOf)]);
    }

    public Task<IReadOnlyList<GroupTotals>> UnitsAsync(string agencyCode, int year, CancellationToken cancellation) =>
        GroupsAsync(TotalsByUnit, agencyCode, year, cancellation);

    public Task<IReadOnlyList<GroupTotals>> PositionGroupsAsync(string agencyCode, int year, CancellationToken cancellation) =>
        GroupsAsync(TotalsByPositionGroup, agencyCode, year, cancellation);

    private async Task<IReadOnlyList<GroupTotals>> GroupsAsync(string sql, string agencyCode, int year, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().Add("agency", agencyCode).Add("year", year);
        return [.. (await clickHouse.QueryAsync<TotalRow>(sql, parameters, cancellation)).Select(row => row.ToGroup())];
    }

    private static AgencyMonths MonthsOf(string agency, IEnumerable<MonthRow> months)
    {
        var (credits, countedJp, met) = (new long[MonthsOfYear], new decimal[MonthsOfYear], new long[MonthsOfYear]);
        foreach (var month in months)
            (credits[month.Month - 1], countedJp[month.Month - 1], met[month.Month - 1]) = (month.CreditsCount, Jp.Shown(month.CountedJp), month.Met);
        return new AgencyMonths(agency, credits, countedJp, met);
    }

    private sealed record DayRow(DateOnly Day, long CreditsCount, decimal CountedJp, long Met);

    private sealed record MonthRow(string Agency, int Month, long CreditsCount, decimal CountedJp, long Met);
}
