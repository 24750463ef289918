using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>Keeps <c>learner_statements</c> and <c>voided_statements</c> up with <c>statements</c>; a span again changes nothing.</summary>
internal sealed class StatementIndex(ClickHouseClient clickHouse)
{
    private static readonly string IndexStatements = EmbeddedSql.Load<StatementIndex>(nameof(IndexStatements));
    private static readonly string IndexVoided = EmbeddedSql.Load<StatementIndex>(nameof(IndexVoided));

    public async Task FillAsync(DateTimeOffset after, DateTimeOffset through, CancellationToken cancellation)
    {
        var span = new QueryParameters().Add("after", after).Add("through", through);
        // What is voided first: a credit is rather missed for a moment than shown and taken back.
        await clickHouse.ExecuteAsync(IndexVoided, span, cancellation);
        await clickHouse.ExecuteAsync(IndexStatements, span, cancellation);
    }
}
