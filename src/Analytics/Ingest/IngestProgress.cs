using System.Collections.Frozen;
using Analytics.ClickHouse;
using Analytics.Streaming;
using Analytics.Streaming.Kafka;
using Microsoft.Extensions.Options;

namespace Analytics.Ingest;

/// <summary>How far a partition is stored: a row of the table <c>ingest_progress</c>, which says what each means. Times are microseconds since 1970.</summary>
internal sealed record PartitionProgress(int Partition, long NextOffset, long LastStored, long StoredThrough, long AcceptedThrough)
{
    public PartitionProgress Max(PartitionProgress other) => this with
    {
        NextOffset = Math.Max(NextOffset, other.NextOffset),
        LastStored = Math.Max(LastStored, other.LastStored),
        StoredThrough = Math.Max(StoredThrough, other.StoredThrough),
        AcceptedThrough = Math.Max(AcceptedThrough, other.AcceptedThrough),
    };
}

/// <summary>
/// How far the partitions are stored, as this process knows it: never ahead of the truth, and never falling. Written by the processes that
/// ingest, read by all.
/// </summary>
internal sealed class IngestProgress : IDisposable
{
    private static readonly string ReadProgress = EmbeddedSql.Load<IngestProgress>(nameof(ReadProgress));

    private static readonly FencedInsert Insert = new(
        "ingest_progress",
        "partition, next_offset, last_stored, stored_through, accepted_through",
        "partition UInt32, next_offset Int64, last_stored DateTime64(6, 'UTC'), stored_through DateTime64(6, 'UTC'), accepted_through DateTime64(6, 'UTC')",
        "");

    private readonly ClickHouseClient _clickHouse;
    private readonly int _count;
    private readonly Following _refreshing;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Vouched> _vouched = [];
    private volatile FrozenDictionary<int, PartitionProgress> _partitions = FrozenDictionary<int, PartitionProgress>.Empty;

    public IngestProgress(ClickHouseClient clickHouse, IOptions<KafkaOptions> options) =>
        (_clickHouse, _count, _refreshing) = (clickHouse, options.Value.Partitions, new Following(RefreshAsync));

    /// <summary>By partition; one of which nothing was stored is missing.</summary>
    public FrozenDictionary<int, PartitionProgress> Partitions => _partitions;

    /// <summary>Nothing is stored at or before it any more, in no partition. Microseconds.</summary>
    public long StoredThrough => Least(partition => partition.StoredThrough);

    /// <summary>Whatever Kafka accepted up to then is stored and within <see cref="StoredThrough"/>, and nothing is stored at or before it any more. Microseconds.</summary>
    public long ConsistentThrough
    {
        get
        {
            lock (_gate)
                return _vouched.Count < _count ? 0 : Math.Min(StoredThrough, _vouched.Values.Min(one => one.Accepted));
        }
    }

    /// <summary>Whether everything before these offsets is stored and within <see cref="StoredThrough"/>.</summary>
    public bool Covers(IReadOnlyDictionary<int, long> offsets)
    {
        var partitions = _partitions;
        var latest = 0L;
        foreach (var (partition, offset) in offsets)
        {
            if (offset == 0)
                continue;
            if (!partitions.TryGetValue(partition, out var progress) || progress.NextOffset < offset)
                return false;
            latest = Math.Max(latest, progress.LastStored);
        }

        return latest <= StoredThrough;
    }

    /// <summary>Reads what other processes have written by now; callers at the same time share a look.</summary>
    public Task RefreshSharedAsync(CancellationToken cancellation) => _refreshing.CatchUpAsync(cancellation);

    public void Dispose() => _refreshing.Dispose();

    /// <exception cref="FencedException">A partition is no longer held: nothing was written.</exception>
    public async Task WriteAsync(IReadOnlyCollection<PartitionProgress> progress, IReadOnlyDictionary<int, Guid> held, CancellationToken cancellation)
    {
        await Insert.RunAsync(_clickHouse, held, progress, static (writer, row) =>
        {
            writer.Write(row.Partition);
            writer.Write(row.NextOffset);
            writer.Write(row.LastStored);
            writer.Write(row.StoredThrough);
            writer.Write(row.AcceptedThrough);
        }, cancellation);
        Apply(progress);
    }

    private async Task RefreshAsync()
    {
        var read = new List<PartitionProgress>();
        await foreach (var progress in _clickHouse.StreamBinaryAsync(ReadProgress, null, ReadRow))
            read.Add(progress);
        Apply(read);
    }

    internal void Apply(IEnumerable<PartitionProgress> progress)
    {
        lock (_gate)
        {
            var partitions = _partitions.ToDictionary();
            foreach (var one in progress)
                partitions[one.Partition] = partitions.TryGetValue(one.Partition, out var before) ? one.Max(before) : one;
            _partitions = partitions.ToFrozenDictionary();
            var through = StoredThrough;
            foreach (var one in partitions.Values)
            {
                if (!_vouched.TryGetValue(one.Partition, out var vouched))
                    _vouched[one.Partition] = vouched = new Vouched();
                vouched.Follow(one, through);
            }
        }
    }

    private long Least(Func<PartitionProgress, long> value)
    {
        var partitions = _partitions;
        return partitions.Count < _count ? 0 : partitions.Values.Min(value);
    }

    /// <summary>
    /// Up to when everything that a partition accepted can be found. A statement may be stored, and later than <see cref="StoredThrough"/> as long
    /// as another partition is behind: then nobody follows that far yet, and its acceptance must not be vouched for.
    /// </summary>
    private sealed class Vouched
    {
        private const int MostWaiting = 1_000;

        private readonly List<(long LastStored, long Accepted)> _waiting = [];

        public long Accepted { get; private set; }

        public void Follow(PartitionProgress progress, long storedThrough)
        {
            // Where nothing moves for long, the latest says it for those before it.
            if (_waiting.Count == MostWaiting)
                _waiting.RemoveAt(MostWaiting - 1);
            _waiting.Add((progress.LastStored, progress.AcceptedThrough));
            var found = _waiting.FindLastIndex(one => one.LastStored <= storedThrough);
            if (found < 0)
                return;
            Accepted = Math.Max(Accepted, _waiting[found].Accepted);
            _waiting.RemoveRange(0, found + 1);
        }
    }

    private static PartitionProgress ReadRow(ref RowBinaryReader row) =>
        new(row.ReadInt32(), row.ReadInt64(), row.ReadInt64(), row.ReadInt64(), row.ReadInt64());
}
