using Analytics.ClickHouse;
using Analytics.Ingest;

namespace Analytics.Statements;

/// <summary>Reads statements back: one by its id, or a page by a filter. Voided ones are left out (xAPI Data 2.3.2).</summary>
public sealed class StatementReader(ClickHouseClient clickHouse)
{
    private static readonly string FindStatement = EmbeddedSql.Load<StatementReader>(nameof(FindStatement));
    private static readonly string FindVoided = EmbeddedSql.Load<StatementReader>(nameof(FindVoided));

    /// <summary>A page ends early when its statements are this long together: each alone may have megabytes.</summary>
    private const long MostPageBytes = 32L * 1024 * 1024;

    // An array is one form field, of which ClickHouse reads 128 KiB.
    private const int MostIdsAtOnce = 2000;

    /// <summary>The statement of this id, and whether it is voided; null where there is none.</summary>
    /// <param name="authority">Only if it is this authority's; empty for any.</param>
    public async Task<(StoredStatement Statement, bool IsVoided)?> FindAsync(Guid id, string? authority, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().Add("id", id).Add("authority", authority ?? "");
        await foreach (var statement in clickHouse.StreamBinaryAsync(FindStatement, parameters, Read, cancellation))
        {
            var voided = await FindVoidedAsync([statement], cancellation);
            return (statement, voided.Contains(id));
        }

        return null;
    }

    /// <summary>The next page. A voided statement never shows, also when it was voided after the page before.</summary>
    public async Task<StatementPage> ListAsync(StatementFilter filter, CancellationToken cancellation)
    {
        var page = new List<StoredStatement>();
        var after = filter.After;
        var bytes = 0L;
        while (true)
        {
            // One more than asked for tells whether there is a next page.
            var wanted = filter.Limit + 1 - page.Count;
            var (sql, parameters) = ListStatements.Build(filter with { After = after }, wanted);
            var rows = new List<StoredStatement>();
            await foreach (var row in clickHouse.StreamBinaryAsync(sql, parameters, Read, cancellation))
            {
                rows.Add(row);
                bytes += row.Raw.Length;
                if (bytes > MostPageBytes)
                    break;
            }

            var voided = await FindVoidedAsync(rows, cancellation);
            page.AddRange(rows.Where(row => !voided.Contains(row.Id)));
            if (page.Count > filter.Limit || (rows.Count < wanted && bytes <= MostPageBytes))
                return Cut(page, filter.Limit);
            after = new StatementCursor(rows[^1].Stored, rows[^1].Id);
            if (bytes > MostPageBytes)
                return new StatementPage(page, after);
        }
    }

    private static StatementPage Cut(List<StoredStatement> page, int limit) =>
        page.Count <= limit
            ? new StatementPage(page, null)
            : new StatementPage(page[..limit], new StatementCursor(page[limit - 1].Stored, page[limit - 1].Id));

    // A statement that voids cannot be voided itself.
    private async Task<HashSet<Guid>> FindVoidedAsync(IReadOnlyList<StoredStatement> statements, CancellationToken cancellation)
    {
        var ids = statements.Where(statement => !statement.IsVoiding).Select(statement => statement.Id).ToList();
        var voided = new HashSet<Guid>();
        foreach (var some in ids.Chunk(MostIdsAtOnce))
        {
            var parameters = new QueryParameters().Add("ids", some).Add("keys", some.Select(FilterKey.Voids));
            await foreach (var id in clickHouse.StreamBinaryAsync(FindVoided, parameters, static (ref RowBinaryReader reader) => reader.ReadGuid(), cancellation))
                voided.Add(id);
        }

        return voided;
    }

    private static StoredStatement Read(ref RowBinaryReader reader) => new(
        reader.ReadGuid(),
        reader.ReadMoment(),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadGuid() != Guid.Empty,
        reader.ReadBytes().ToArray());
}
