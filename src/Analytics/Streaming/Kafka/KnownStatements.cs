using System.IO.Hashing;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Microsoft.Extensions.Logging;

namespace Analytics.Streaming.Kafka;

/// <summary>
/// Finds conflicts before they are published, where they can be seen: another statement of the id is stored, or was published by this process
/// a moment ago. What it cannot see, ingest sets aside. It follows the stored ids, so a new id costs no look-up.
/// </summary>
internal sealed class KnownStatements(StatementsTableWriter table, IngestProgress progress, ILogger<KnownStatements> logger)
{
    private const int MostRecent = 100_000;

    private readonly KnownStatementIds _stored = new();

    // Under a lock and not concurrent: what lives as long as this does must not be an object for each statement, which every collection visits.
    private readonly Lock _gate = new();
    private Dictionary<Guid, ulong> _recent = [];
    private Dictionary<Guid, ulong> _lessRecent = [];
    private DateTimeOffset _through = DateTimeOffset.UnixEpoch;
    private bool _isSized;

    /// <summary>Whether one of the statements was published before, and not as it is now: worth waiting until what is stored can tell.</summary>
    public bool DifferFromRecent(IReadOnlyList<AcceptedStatement> statements) =>
        statements.Any(statement => RecentHash(statement.Id) is { } hash && hash != HashOf(statement));

    /// <summary>The first that conflicts with a stored one, and those that are not stored yet, as far as can be seen.</summary>
    public async Task<(Guid? Conflict, IReadOnlyList<AcceptedStatement> New)> CompareAsync(IReadOnlyList<AcceptedStatement> statements, CancellationToken cancellation)
    {
        var maybeKnown = statements.Where(statement => _stored.MayContain(statement.Id) || RecentHash(statement.Id) is not null).Select(statement => statement.Id).ToList();
        if (maybeKnown.Count == 0)
            return (null, statements);
        var known = await FindAsync(maybeKnown, cancellation);
        if (known.Count == 0)
            return (null, statements);
        foreach (var statement in statements)
        {
            if (known.TryGetValue(statement.Id, out var fingerprint) && fingerprint != StatementFingerprint.Of(statement.Raw.Span))
                return (statement.Id, []);
        }

        return (null, [.. statements.Where(statement => !known.ContainsKey(statement.Id))]);
    }

    public void Published(IReadOnlyList<AcceptedStatement> statements)
    {
        foreach (var statement in statements)
        {
            var hash = HashOf(statement);
            lock (_gate)
                _recent[statement.Id] = hash;
        }

        lock (_gate)
        {
            if (_recent.Count <= MostRecent)
                return;
            (_recent, _lessRecent) = (_lessRecent, _recent);
            _recent.Clear();
        }
    }

    /// <summary>Reads the ids that were stored since the last time; the first time all of them.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        var through = Micros.Moment(progress.StoredThrough);
        if (!_isSized)
        {
            _stored.Reset((await table.SummaryAsync(cancellation)).Count);
            _isSized = true;
        }

        if (through <= _through)
            return;
        await foreach (var id in table.ReadIdsAsync(_through, through, cancellation))
            _stored.Add(id);
        _through = through;
        _stored.Loaded();
    }

    private ulong? RecentHash(Guid id)
    {
        lock (_gate)
            return _recent.TryGetValue(id, out var hash) || _lessRecent.TryGetValue(id, out hash) ? hash : null;
    }

    // Where ClickHouse is away, nothing can be seen, and nothing need be: what is accepted is stored when it is back.
    private async Task<Dictionary<Guid, UInt128>> FindAsync(List<Guid> ids, CancellationToken cancellation)
    {
        try
        {
            return await table.FindStoredFingerprintsAsync(ids, cancellation);
        }
        catch (Exception e) when (e is ClickHouseUnavailableException or ClickHouseException)
        {
            logger.NotCompared(ids.Count);
            return [];
        }
    }

    private static ulong HashOf(AcceptedStatement statement) => XxHash3.HashToUInt64(statement.Raw.Span);
}
