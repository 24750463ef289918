using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Streaming;

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
    private readonly IStatementStream _stream;
    private volatile ReferredStatements? _referred;
    private IndexPass? _pass;
    private long _through;
    private long _followed = -1;

    public KeyIndex(ClickHouseClient clickHouse, IStatementStream stream)
    {
        (_table, _search, _stream) = (new IndexTable(clickHouse), new KeySearch(clickHouse), stream);
        _following = new Following(FollowAsync);
    }

    /// <summary>When this returns, every statement that was stored when it was called can be found, and those accepted that the stream could wait for.</summary>
    /// <exception cref="ClickHouseUnavailableException">The store is away, or far ahead of the index.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _stream.CatchUpAsync(cancellation);
        if (Volatile.Read(ref _followed) != _stream.StoredThrough.UtcTicks || Unknown)
            await _following.CatchUpAsync(cancellation);
    }

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

    /// <summary>The <c>stored</c> of statements that have one of the values themselves, and perhaps of some that refer to one that has.</summary>
    internal async Task<List<long>> PlacesOfAsync(IReadOnlyCollection<ulong> keys, CancellationToken cancellation)
    {
        // TRICKY: memory first, as above.
        var recent = _recent.OwnersOf(keys);
        return [.. recent.Union(await _table.PlacesOfAsync(keys, cancellation))];
    }

    /// <summary>Whether a statement may refer to this one, as of <see cref="CatchUpAsync"/>.</summary>
    internal bool MayBeReferredTo(Guid id) => _referred is not { } referred || referred.MayContain(id);

    public void Dispose() => _following.Dispose();

    private bool Unknown => _stream.StoredThrough == DateTimeOffset.MaxValue;

    private async Task FollowAsync()
    {
        if (_pass is not { } pass)
        {
            _through = await _table.ThroughAsync();
            var referred = new ReferredStatements(await _table.TargetsAsync(_through));
            (_referred, _pass) = (referred, pass = new IndexPass(_table, _recent, referred));
        }

        var bound = _stream.StoredThrough;
        var last = Math.Min(Micros.Of(bound), Micros.Most);
        List<IndexedStatement> statements;
        do
        {
            statements = await _table.StatementsAfterAsync(_through, last, SpanStatements);
            if (statements.Count == 0)
                break;
            _recent.Add(await pass.RunAsync(statements));
            _through = statements[^1].Stored;
            if (_recent.Count > MostRecentEntries)
                await WriteAsync();
        }
        while (statements.Count == SpanStatements);
        Volatile.Write(ref _followed, bound.UtcTicks);
    }

    private async Task WriteAsync()
    {
        if (_recent.Count == 0)
            return;
        // Another process that follows the same statements may have written the same.
        if (await _table.ThroughAsync() < _through)
            await _table.StoreAsync(_recent.All(), _through);
        _recent.Clear();
    }
}
