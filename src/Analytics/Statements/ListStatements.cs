using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Statements.Index;

namespace Analytics.Statements;

/// <summary>Builds the query of a list: <c>ListStatements.sql</c> with where to look, which the index found or is a span of <c>stored</c>.</summary>
internal static class ListStatements
{
    private static readonly string Template = EmbeddedSql.Load<StatementReader>(nameof(ListStatements));

    // Few rows of many places: sorting them costs nothing, reading the places in order a third more (benchmarks/StatementReads).
    private const string Unordered = "\nSETTINGS optimize_read_in_order = 0";

    public static (string Sql, QueryParameters Parameters) At(IReadOnlyCollection<long> moments, KeyFilter filter, string? authority)
    {
        var parameters = new QueryParameters().AddKeys("moments", [.. moments.Select(Micros.Moment)]);
        var (sql, _) = Build("stored IN (SELECT key FROM moments)", parameters, filter, moments.Count, authority);
        return (sql + Unordered, parameters);
    }

    public static (string Sql, QueryParameters Parameters) InSpan(KeyFilter filter, int limit) => Build(
        "stored > {low:DateTime64(6, 'UTC')} AND stored <= {high:DateTime64(6, 'UTC')}",
        new QueryParameters().Add("low", Micros.Moment(filter.Low)).Add("high", Micros.Moment(filter.High)), filter, limit, authority: null);

    private static (string Sql, QueryParameters Parameters) Build(string where, QueryParameters parameters, KeyFilter filter, int limit, string? authority)
    {
        var conditions = authority is null ? where : where + "\n  AND authority = {authority:String}";
        if (authority is not null)
            parameters.Add("authority", authority);
        var sql = Template
            .Replace("/* conditions */ 1", conditions, StringComparison.Ordinal)
            .Replace("/* direction */ DESC", filter.Ascending ? "ASC" : "DESC", StringComparison.Ordinal);
        return (sql, parameters.Add("limit", limit));
    }
}
