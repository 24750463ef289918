using Analytics.ClickHouse;

namespace Analytics.Statements;

/// <summary>Builds the query of a list: <c>ListStatements.sql</c> with the conditions that the filter asks for, values as parameters.</summary>
internal static class ListStatements
{
    private static readonly string Template = EmbeddedSql.Load<StatementReader>(nameof(ListStatements));

    public static (string Sql, QueryParameters Parameters) Build(StatementFilter filter, int limit)
    {
        var parameters = new QueryParameters().Add("limit", limit);
        var conditions = new List<string> { "1" };
        for (var i = 0; i < filter.Keys.Count; i++)
            Where($"has(filter_keys, {{key{i}:UInt64}})", $"key{i}", filter.Keys[i]);
        if (filter.Authority is { } authority)
            Where("authority = {authority:String}", "authority", authority);
        if (filter.Since is { } since)
            Where("stored > {since:DateTime64(6, 'UTC')}", "since", since);
        if (filter.Until is { } until)
            Where("stored <= {until:DateTime64(6, 'UTC')}", "until", until);
        if (filter.After is { } after)
        {
            Where($"(stored, id) {(filter.Ascending ? '>' : '<')} ({{after:DateTime64(6, 'UTC')}}, {{after_id:UUID}})", "after", after.Stored);
            parameters.Add("after_id", after.Id);
        }

        var sql = Template
            .Replace("/* conditions */ 1", string.Join("\n  AND ", conditions), StringComparison.Ordinal)
            .Replace("/* direction */ DESC", filter.Ascending ? "ASC" : "DESC", StringComparison.Ordinal);
        return (sql, parameters);

        void Where(string condition, string name, object value)
        {
            conditions.Add(condition);
            parameters.Add(name, value);
        }
    }
}
