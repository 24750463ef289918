namespace Analytics.Compliance.Queries;

/// <summary>How many people stand where, of one kind, agency, unit or another key.</summary>
internal sealed record TotalRow(
    string Key, long People, long Met, long Unmet, long Exempt, long NotRequired, decimal CountedJp, long ComputedAt)
{
    public decimal MeanJp => People == 0 ? 0 : Jp.Shown(Jp.Round(CountedJp / People));

    public static TotalRow Sum(IReadOnlyCollection<TotalRow> rows) => new(
        "", rows.Sum(row => row.People), rows.Sum(row => row.Met), rows.Sum(row => row.Unmet), rows.Sum(row => row.Exempt),
        rows.Sum(row => row.NotRequired), rows.Sum(row => row.CountedJp), rows.Select(row => row.ComputedAt).DefaultIfEmpty().Max());

    public GroupTotals ToGroup() => new(Key, People, Met, Unmet, Exempt, NotRequired, Jp.Shown(CountedJp), MeanJp);
}
