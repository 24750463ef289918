using Analytics.ClickHouse;
using Analytics.Ingest;

namespace Analytics.Statements.Index;

/// <summary>
/// Finds the <c>stored</c> of statements by the values of <see cref="Ingest.FilterKey"/>. It follows <c>statements</c> by itself and costs
/// an insert nothing: what is new is read when somebody asks, kept in memory, and written to <c>statement_keys</c> once a second, sooner under load.
/// </summary>
public sealed class KeyIndex : IDisposable
{
    private const int SpanStatements = 4_000;
    private const int MostRecentEntries = 60_000;

    private readonly IndexTable _table;
    private readonly KeySearch _search;
    private readonly RecentEntries _recent = new();
    private readonly Following _following;
    private readonly StatementsTableWriter _writer;
    private HashSet<ulong>? _targets;
    private long _through;
    private long _followedInserts = -1;

    public KeyIndex(ClickHouseClient clickHouse, StatementsTableWriter writer)
    {
        (_table, _search, _writer) = (new IndexTable(clickHouse), new KeySearch(clickHouse), writer);
        _following = new Following(FollowAsync);
    }

    /// <summary>When this returns, every statement that was stored when it was called can be found.</summary>
    /// <exception cref="ClickHouseUnavailableException">The store is away, or far ahead of the index.</exception>
    // Only sound where one process stores, which is what the embedded stream is. What others may have stored is seen once a second.
    public Task CatchUpAsync(CancellationToken cancellation) =>
        Volatile.Read(ref _followedInserts) == _writer.InsertsEnded ? Task.CompletedTask : _following.CatchUpAsync(cancellation);

    /// <summary>Reads what is new, and writes to the table what is in memory only.</summary>
    public Task SettleAsync(CancellationToken cancellation) => _following.CatchUpAsync(WriteAsync, cancellation);

    /// <summary>The <c>stored</c> of the next statements that have all of the filter's keys, in its order, at most <paramref name="limit"/>.</summary>
    internal async Task<List<long>> FindAsync(KeyFilter filter, int limit, CancellationToken cancellation)
    {
        // TRICKY: memory first. What moves to the table in between is then found twice, and never missed.
        var recent = filter.FindIn(_recent);
        var found = await _search.FindAsync(filter, limit, cancellation);
        return [.. filter.InOrder(found.Concat(recent).Distinct()).Take(limit)];
    }

    /// <summary>The <c>stored</c> of statements not yet in the table that have one of the values themselves.</summary>
    internal List<long> RecentOwnersOf(IReadOnlyCollection<ulong> keys) => _recent.OwnersOf(keys);

    public void Dispose() => _following.Dispose();

    private async Task FollowAsync()
    {
        if (_targets is null)
        {
            _through = await _table.ThroughAsync();
            _targets = await _table.TargetsAsync(_through);
        }

        var inserts = _writer.InsertsEnded;
        List<IndexedStatement> statements;
        do
        {
            statements = await _table.StatementsAfterAsync(_through, SpanStatements);
            if (statements.Count == 0)
                break;
            _recent.Add(await new IndexPass(_table, _recent, _targets).RunAsync(statements));
            _through = statements[^1].Stored;
            if (_recent.Count > MostRecentEntries)
                await WriteAsync();
        }
        while (statements.Count == SpanStatements);
        Volatile.Write(ref _followedInserts, inserts);
    }

    private async Task WriteAsync()
    {
        if (_recent.Count == 0)
            return;
        await _table.StoreAsync(_recent.All(), _through);
        _recent.Clear();
    }
}
