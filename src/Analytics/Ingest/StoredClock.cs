using Analytics.Streaming.Kafka;

namespace Analytics.Ingest;

/// <summary>
/// Gives statements their <c>stored</c> where several processes store: no two get the same, and each is later than everything this process
/// has said it is through. Each partition has every 64th microsecond to itself, so processes need not ask each other. Not safe to share.
/// </summary>
internal sealed class StoredClock(TimeProvider clock)
{
    private readonly Dictionary<int, long> _next = [];
    private long _through;

    /// <summary>Nothing is stored at or before it any more. Microseconds since 1970.</summary>
    public long Through => _through;

    /// <summary>Nothing is to be stored at or before this moment, which another process was through.</summary>
    public void Raise(long through) => _through = Math.Max(_through, through);

    /// <summary>Begins a batch: later than all before.</summary>
    public void Begin()
    {
        Advance();
        _next.Clear();
    }

    /// <summary>The next <c>stored</c> of the partition.</summary>
    public long Next(int partition)
    {
        if (!_next.TryGetValue(partition, out var next))
            next = FirstAfter(_through, partition);
        _next[partition] = next + KafkaOptions.MostPartitions;
        return next;
    }

    /// <summary>The batch, or a part of it, has ended, whether stored or not: what comes is later than all of it.</summary>
    public void End()
    {
        foreach (var next in _next.Values)
            Raise(next - 1);
        _next.Clear();
    }

    /// <summary>Goes on with the time, and at all events.</summary>
    public void Advance() => _through = Math.Max(_through + 1, Micros.Of(clock.GetUtcNow()));

    private static long FirstAfter(long moment, int partition)
    {
        var rest = (partition - ((moment + 1) % KafkaOptions.MostPartitions) + KafkaOptions.MostPartitions) % KafkaOptions.MostPartitions;
        return moment + 1 + rest;
    }
}
