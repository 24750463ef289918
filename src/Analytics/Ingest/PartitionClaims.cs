using System.Collections.Frozen;
using System.Diagnostics;
using Analytics.ClickHouse;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest;

/// <summary>
/// The partitions that this process holds. To take one, it claims it with a larger epoch than any before, and waits until no insert runs that
/// may have begun under an older claim: from then on nobody else can store into it, not even a process that was paused and wakes up.
/// </summary>
/// <param name="ids">Told to read what others stored; null where nobody asks them.</param>
/// <param name="process">How the owner is called in <c>ingest_owners</c>; null for host and process id.</param>
internal sealed class PartitionClaims(
    ClickHouseClient clickHouse, StoredClock stored, StoredIds? ids, TimeProvider clock, ILogger logger, string? process = null)
{
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(10);
    private static readonly string ReadEpochs = EmbeddedSql.Load<PartitionClaims>(nameof(ReadEpochs));
    private static readonly string FindRunningInserts = EmbeddedSql.Load<PartitionClaims>(nameof(FindRunningInserts));
    private static readonly string EndInserts = EmbeddedSql.Load<PartitionClaims>(nameof(EndInserts));

    private readonly string _process = process ?? $"{Environment.MachineName}:{Environment.ProcessId}";
    private FrozenDictionary<int, Guid> _held = FrozenDictionary<int, Guid>.Empty;

    /// <summary>Claims those that are not held yet, lets go of those that are not assigned any more.</summary>
    /// <returns>Each partition's claim.</returns>
    public async Task<IReadOnlyDictionary<int, Guid>> HoldAsync(IReadOnlyCollection<int> assigned, CancellationToken cancellation)
    {
        if (Holds(assigned))
            return _held;
        var kept = _held.Where(one => assigned.Contains(one.Key)).ToDictionary();
        var added = assigned.Where(partition => !kept.ContainsKey(partition)).Order().ToList();
        if (added.Count > 0)
        {
            var claim = Guid.NewGuid();
            await ClaimAsync(added, claim, cancellation);
            foreach (var partition in added)
                kept[partition] = claim;
        }

        return _held = kept.ToFrozenDictionary();
    }

    /// <summary>Whether it holds these and no others.</summary>
    public bool Holds(IReadOnlyCollection<int> assigned) => _held.Count == assigned.Count && assigned.All(_held.ContainsKey);

    /// <summary>All are to be claimed anew: another process may hold them, or an insert under these claims may still be on its way.</summary>
    public void Forget() => _held = FrozenDictionary<int, Guid>.Empty;

    /// <summary>Waits until no insert runs that runs now; one that takes too long is ended.</summary>
    private async Task WaitForRunningInsertsAsync(CancellationToken cancellation)
    {
        var awaited = await RunningAsync(cancellation);
        var started = Stopwatch.GetTimestamp();
        while (awaited.Count > 0)
        {
            await Task.Delay(PollEvery, clock, cancellation);
            if (Stopwatch.GetElapsedTime(started) > WaitAtMost)
                await clickHouse.ExecuteAsync(EndInserts, new QueryParameters().Add("ids", awaited), cancellation);
            awaited.IntersectWith(await RunningAsync(cancellation));
        }
    }

    private async Task ClaimAsync(List<int> partitions, Guid claim, CancellationToken cancellation)
    {
        var epochs = new Dictionary<int, ulong>();
        await foreach (var (partition, epoch) in clickHouse.StreamBinaryAsync(
            ReadEpochs, null, static (ref RowBinaryReader row) => (row.ReadInt32(), row.ReadUInt64()), cancellation))
            epochs[partition] = epoch;
        await clickHouse.InsertBinaryAsync(
            "INSERT INTO ingest_owners (partition, epoch, claim, process, claimed_at) FORMAT RowBinary",
            partitions,
            (writer, partition) =>
            {
                writer.Write(partition);
                writer.Write(epochs.GetValueOrDefault(partition) + 1);
                writer.Write(claim);
                writer.Write(_process);
                writer.Write(clock.GetUtcNow());
            },
            cancellation);
        await WaitForRunningInsertsAsync(cancellation);
        // Now that nobody else stores into them: after everything that is stored, and after what the last owner said it was through.
        stored.Raise(await LatestAsync("SELECT max(stored) FROM statements", cancellation));
        stored.Raise(await LatestAsync("SELECT max(stored_through) FROM ingest_progress", cancellation));
        ids?.ReadNew();
        logger.PartitionsClaimed(string.Join(',', partitions));
    }

    private async Task<HashSet<string>> RunningAsync(CancellationToken cancellation)
    {
        var running = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in clickHouse.StreamBinaryAsync(FindRunningInserts, null, static (ref RowBinaryReader row) => row.ReadString(), cancellation))
            running.Add(id);
        return running;
    }

    private async Task<long> LatestAsync(string sql, CancellationToken cancellation)
    {
        var latest = 0L;
        await foreach (var moment in clickHouse.StreamBinaryAsync(sql, null, static (ref RowBinaryReader row) => row.ReadInt64(), cancellation))
            latest = moment;
        return latest;
    }
}
