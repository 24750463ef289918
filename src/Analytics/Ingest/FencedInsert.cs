using Analytics.ClickHouse;

namespace Analytics.Ingest;

/// <summary>Another process holds one of the partitions now: nothing was stored.</summary>
internal sealed class FencedException(Exception inner) : Exception("Another process holds the partition.", inner);

/// <summary>
/// An insert that ClickHouse itself refuses unless every partition it is for is still held by this process. Its query id begins with
/// <c>ingest-</c>: whoever takes a partition over waits for the inserts that run.
/// </summary>
internal sealed class FencedInsert(string table, string columns, string structure, string settings)
{
    private const int ThrownByTheFence = 395;

    private static readonly string CountHeld = EmbeddedSql.Load<FencedInsert>(nameof(CountHeld));

    private readonly string _sql = $$"""
        INSERT INTO {{table}} ({{columns}})
        SELECT {{columns}} FROM input('{{structure.Replace("'", "\\'", StringComparison.Ordinal)}}')
        WHERE throwIf(({{CountHeld}}) != {held_count:UInt64}, 'Another process holds a partition of this insert.') = 0
        SETTINGS max_threads = 1, max_insert_threads = 1, max_insert_block_size = 100000000, min_insert_block_size_rows = 100000000, min_insert_block_size_bytes = 0{{settings}}
        FORMAT RowBinary
        """;

    /// <exception cref="FencedException">A partition is no longer held by its claim.</exception>
    public async Task RunAsync<T>(
        ClickHouseClient clickHouse, IReadOnlyDictionary<int, Guid> held, IEnumerable<T> rows, Action<RowBinaryWriter, T> write, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().Add("held", held.Select(one => $"{one.Key}:{one.Value}")).Add("held_count", held.Count);
        try
        {
            await clickHouse.InsertBinaryAsync(_sql, rows, write, new InsertAddress($"ingest-{Guid.NewGuid():N}", parameters), cancellation);
        }
        catch (ClickHouseException e) when (e.Code == ThrownByTheFence)
        {
            throw new FencedException(e);
        }
    }
}
