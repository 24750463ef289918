using System.Diagnostics;
using Analytics.Streaming.Kafka;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest;

/// <summary>
/// Stores a batch, whatever happens: three endings. Stored; set aside, with the reason; try again until ClickHouse takes it. Only then do
/// the batch's offsets move, so a batch whose end nobody saw comes again, and its ids are found.
/// </summary>
internal sealed class StatementIngest(
    AcceptedStatementsConsumer consumer,
    PartitionClaims claims,
    StoredClock stored,
    StoredIds ids,
    StatementsTableWriter table,
    SetAsideStatements setAside,
    IngestProgress progress,
    HighWatermarks watermarks,
    TimeProvider clock,
    IngestOptions options,
    ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AttemptWithin = TimeSpan.FromMinutes(2);

    private (TimeSpan Took, long Ended) _lastStore;
    private long _waiting;
    private long _waitingSince;

    /// <summary>Whether the last try to store a batch failed.</summary>
    public bool IsTryingAgain { get; private set; }

    /// <summary>What this process's partitions have that is not stored, as of the last time it was asked for.</summary>
    public ConsumerLag Lag
    {
        get
        {
            var (waiting, since) = (Interlocked.Read(ref _waiting), Interlocked.Read(ref _waitingSince));
            return new ConsumerLag(waiting, waiting == 0 ? TimeSpan.Zero : clock.GetUtcNow() - Micros.Moment(since));
        }
    }

    /// <summary>How long the next batch waits for more. An insert has its price, whatever it stores: a steady stream is stored in few, a lone statement at once.</summary>
    public TimeSpan Linger
    {
        get
        {
            var rest = 3 * _lastStore.Took < options.LingerAtMost ? 3 * _lastStore.Took : options.LingerAtMost;
            var left = _lastStore.Ended == 0 ? TimeSpan.Zero : rest - Stopwatch.GetElapsedTime(_lastStore.Ended);
            return left > options.Linger ? left : options.Linger;
        }
    }

    /// <summary>Stores the batch, and where it is time says before that how far the partitions are that nothing of it is from.</summary>
    /// <param name="positions">Where those were read to, everything before being stored; null where it is not time.</param>
    public async Task RunAsync(IngestBatch batch, IReadOnlyDictionary<int, long>? positions, CancellationToken cancellation)
    {
        if (positions is not null)
            await HeartbeatAsync(positions, cancellation);
        if (batch.Messages.Count > 0)
            await StoreAsync(batch, cancellation);
    }

    /// <summary>Returns when the batch is stored or set aside, as far as its partitions are still this process's.</summary>
    private async Task StoreAsync(IngestBatch batch, CancellationToken cancellation)
    {
        var pause = FirstPause;
        while (true)
        {
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                patience.CancelAfter(AttemptWithin);
                await StoreOnceAsync(batch, patience.Token);
                IsTryingAgain = false;
                return;
            }
            catch (FencedException)
            {
                logger.Fenced();
            }
            // Any failure: this is the only place that stores, so nothing may end it but the process's own end.
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                IsTryingAgain = true;
                Telemetry.TriedAgain.Add(1);
                logger.TryingAgain(e, batch.Messages.Count, pause);
            }

            // TRICKY: the insert may still be on its way to ClickHouse. Under a new claim it is waited for, or refused, and never stored beside the next.
            claims.Forget();
            await Task.Delay(pause, cancellation);
            pause = pause * 2 < options.TryAgainAtMost ? pause * 2 : options.TryAgainAtMost;
        }
    }

    // Also where nothing is stored: what others store is seen once every partition is through its moment.
    private async Task HeartbeatAsync(IReadOnlyDictionary<int, long> positions, CancellationToken cancellation)
    {
        try
        {
            var held = await claims.HoldAsync(consumer.Assigned.Keys, cancellation);
            if (held.Count == 0)
                return;
            // Before the question: what Kafka accepts after it is none of what the answer counts.
            var asked = Micros.Of(clock.GetUtcNow());
            var accepted = await watermarks.ReadAsync(cancellation);
            Measure(held.Keys, accepted);
            stored.Advance();
            await progress.WriteAsync([.. held.Keys.Select(partition =>
            {
                var before = Before(partition);
                var isAtEnd = positions.TryGetValue(partition, out var position) && position >= accepted[partition];
                return before with
                {
                    StoredThrough = stored.Through,
                    NextOffset = isAtEnd ? Math.Max(position, before.NextOffset) : before.NextOffset,
                    AcceptedThrough = isAtEnd ? asked : before.AcceptedThrough,
                };
            })], held, cancellation);
        }
        catch (FencedException)
        {
            logger.Fenced();
            claims.Forget();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.NoHeartbeat(e);
        }
    }

    private void Measure(IEnumerable<int> partitions, IReadOnlyDictionary<int, long> accepted)
    {
        var behind = partitions.Select(Before).Where(one => one.NextOffset < accepted[one.Partition]).ToList();
        Interlocked.Exchange(ref _waitingSince, behind.Count == 0 ? 0 : behind.Min(one => one.AcceptedThrough));
        Interlocked.Exchange(ref _waiting, behind.Sum(one => accepted[one.Partition] - one.NextOffset));
    }

    private async Task StoreOnceAsync(IngestBatch all, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var assigned = consumer.Assigned;
        var held = await claims.HoldAsync(assigned.Keys, cancellation);
        var batch = all.Of(assigned);
        if (batch.Messages.Count == 0)
            return;
        using var span = batch.StartSpan();
        var (added, refused) = batch.Decide(await FindStoredAsync(batch, cancellation));
        if (refused.Count > 0)
        {
            await setAside.KeepAsync(refused, cancellation);
            foreach (var reason in refused.CountBy(message => message.Reason!.Value))
                Telemetry.SetAsideStatements.Add(reason.Value, new KeyValuePair<string, object?>("reason", reason.Key.ToString()));
            logger.StatementsSetAside(refused.Count);
        }

        stored.Begin();
        try
        {
            Stamp(added);
            if (added.Count > 0)
                await table.StoreAsync(added.ConvertAll(message => message.Row!), held, cancellation);
            ids.Add(added.Select(message => message.StatementId));
        }
        finally
        {
            stored.End();
        }

        await WriteProgressAsync(batch, held, cancellation);
        _lastStore = (Stopwatch.GetElapsedTime(started), Stopwatch.GetTimestamp());
        logger.BatchStored(added.Count, batch.Messages.Count, _lastStore.Took);
    }

    // In the order in which Kafka accepted them, to its millisecond: what one client sent later is later, whatever the partition.
    private void Stamp(List<IngestedMessage> added)
    {
        DateTimeOffset? before = null;
        foreach (var message in added.OrderBy(message => message.AcceptedAt))
        {
            if (before != message.AcceptedAt)
                stored.End();
            before = message.AcceptedAt;
            message.Row!.Stored = Micros.Moment(stored.Next(message.Partition));
        }
    }

    /// <summary>The fingerprints of those that are stored. A new id costs no look-up.</summary>
    private async Task<Dictionary<Guid, UInt128>> FindStoredAsync(IngestBatch batch, CancellationToken cancellation)
    {
        var maybeStored = batch.Ids.Where(ids.MayContain).ToList();
        return maybeStored.Count == 0 ? [] : await table.FindStoredFingerprintsAsync(maybeStored, cancellation);
    }

    private async Task WriteProgressAsync(IngestBatch batch, IReadOnlyDictionary<int, Guid> held, CancellationToken cancellation)
    {
        var ends = batch.Ends();
        await progress.WriteAsync([.. held.Keys.Select(partition =>
        {
            var before = Before(partition) with { StoredThrough = stored.Through };
            if (!ends.TryGetValue(partition, out var end))
                return before;
            return before with
            {
                NextOffset = Math.Max(before.NextOffset, end.Next),
                // Not the latest of what was added: what was found stored may be later, by a process that was killed before it said so.
                LastStored = stored.Through,
                // To the millisecond, in which more may come.
                AcceptedThrough = Math.Max(before.AcceptedThrough, Micros.Of(end.AcceptedAt) - 1000),
            };
        })], held, cancellation);
        consumer.Commit(ends.ToDictionary(end => end.Key, end => end.Value.Next));
    }

    private PartitionProgress Before(int partition) => progress.Partitions.GetValueOrDefault(partition) ?? new PartitionProgress(partition, 0, 0, 0, 0);
}
