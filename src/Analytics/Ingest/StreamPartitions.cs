using Analytics.ClickHouse;
using Analytics.Streaming.Kafka;

namespace Analytics.Ingest;

/// <summary>A partition of the stream and how far behind it is.</summary>
/// <param name="Owner">The process that ingests it, as host and process id; null before the first.</param>
/// <param name="LagMessages">Accepted and not stored yet.</param>
/// <param name="LagSeconds">Since when, at most; 0 where nothing waits.</param>
public sealed record StreamPartition(int Partition, string? Owner, long Accepted, long Stored, long LagMessages, double LagSeconds);

/// <summary>Says of each partition of the stream who ingests it, and how far behind it is.</summary>
public sealed class StreamPartitions
{
    private static readonly string ReadOwners = EmbeddedSql.Load<StreamPartitions>(nameof(ReadOwners));

    private readonly ClickHouseClient _clickHouse;
    private readonly HighWatermarks _watermarks;
    private readonly IngestProgress _progress;
    private readonly TimeProvider _clock;

    internal StreamPartitions(ClickHouseClient clickHouse, HighWatermarks watermarks, IngestProgress progress, TimeProvider clock) =>
        (_clickHouse, _watermarks, _progress, _clock) = (clickHouse, watermarks, progress, clock);

    /// <exception cref="Confluent.Kafka.KafkaException">Kafka does not answer.</exception>
    /// <exception cref="ClickHouseUnavailableException">ClickHouse does not answer.</exception>
    public async Task<IReadOnlyList<StreamPartition>> ReadAsync(CancellationToken cancellation)
    {
        var owners = new Dictionary<int, string>();
        await foreach (var (partition, owner) in _clickHouse.StreamBinaryAsync(
            ReadOwners, null, static (ref RowBinaryReader row) => (row.ReadInt32(), row.ReadString()), cancellation))
            owners[partition] = owner;
        var accepted = await _watermarks.ReadAsync(cancellation);
        await _progress.RefreshSharedAsync(cancellation);
        return [.. accepted.OrderBy(one => one.Key).Select(one => Of(one.Key, one.Value, owners.GetValueOrDefault(one.Key)))];
    }

    private StreamPartition Of(int partition, long accepted, string? owner)
    {
        var progress = _progress.Partitions.GetValueOrDefault(partition);
        var lag = Math.Max(0, accepted - (progress?.NextOffset ?? 0));
        var since = progress is null ? TimeSpan.Zero : _clock.GetUtcNow() - Micros.Moment(progress.AcceptedThrough);
        return new StreamPartition(partition, owner, accepted, progress?.NextOffset ?? 0, lag, lag == 0 ? 0 : Math.Round(Math.Max(0, since.TotalSeconds), 3));
    }
}
