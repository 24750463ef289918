using System.Collections.Frozen;
using System.Diagnostics;
using Analytics.Streaming.Kafka;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest;

/// <summary>A message, and under which assignment of its partition it was read.</summary>
internal readonly record struct ConsumedMessage(ConsumeResult<byte[], byte[]> Result, long Assignment);

/// <summary>
/// Reads accepted statements from the partitions that Kafka's group has assigned to this process, in batches. Offsets move in
/// <see cref="Commit"/> and nowhere else.
/// </summary>
internal sealed class AcceptedStatementsConsumer : IDisposable
{
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly KafkaOptions _kafka;
    private readonly IngestOptions _options;
    private readonly ILogger _logger;
    private readonly Dictionary<int, long> _positions = [];
    private readonly HashSet<TopicPartition> _paused = [];
    private volatile FrozenDictionary<int, long> _assigned = FrozenDictionary<int, long>.Empty;
    private long _assignments;

    public AcceptedStatementsConsumer(KafkaClients clients, KafkaOptions kafka, IngestOptions options, ILogger logger)
    {
        (_kafka, _options, _logger) = (kafka, options, logger);
        var config = clients.Consumer;
        // The end of a partition is told too: then it is known where it ends though nothing came from it.
        config.EnablePartitionEof = true;
        _consumer = new ConsumerBuilder<byte[], byte[]>(config)
            .SetLogHandler(static (_, _) => { })
            .SetErrorHandler((_, error) => _logger.ConsumerWarned(error.Code))
            .SetPartitionsAssignedHandler((_, added) => Take(added))
            .SetPartitionsRevokedHandler((_, lost) => LetGo(lost))
            .SetPartitionsLostHandler((_, lost) => LetGo(lost))
            .Build();
        _consumer.Subscribe(kafka.AcceptedTopic);
    }

    /// <summary>
    /// The partitions of this process, as of now, each with the number of its assignment. What was read under an earlier one comes again, from
    /// where it is committed: to store it nevertheless, and to commit it, would pass over what was before it and is not stored.
    /// </summary>
    public FrozenDictionary<int, long> Assigned => _assigned;

    /// <summary>Where each assigned partition was read to, where that is known, as of now, but those that something of <paramref name="unstored"/> is from.</summary>
    public IReadOnlyDictionary<int, long> PositionsBut(IEnumerable<int> unstored)
    {
        var others = unstored.ToHashSet();
        return _positions.Where(position => !others.Contains(position.Key)).ToDictionary();
    }

    /// <summary>The next messages: empty where none come within <paramref name="within"/>. Blocks meanwhile.</summary>
    /// <param name="linger">How long to wait for more after the first.</param>
    public List<ConsumedMessage> Read(TimeSpan within, TimeSpan linger)
    {
        var messages = new List<ConsumedMessage>();
        var started = Stopwatch.GetTimestamp();
        var bytes = 0L;
        while (messages.Count < _options.MaxBatchRows && bytes < _options.MaxBatchBytes)
        {
            var left = (messages.Count == 0 ? within : linger) - Stopwatch.GetElapsedTime(started);
            // Whatever has come already is taken, however late it is.
            if (Next(left > TimeSpan.Zero ? left : TimeSpan.Zero) is not { } result)
            {
                if (left <= TimeSpan.Zero)
                    break;
                continue;
            }

            if (result.IsPartitionEOF)
                continue;
            if (messages.Count == 0)
                started = Stopwatch.GetTimestamp();
            messages.Add(Of(result));
            bytes += (result.Message.Value?.Length ?? 0) + 64;
        }

        return messages;
    }

    /// <summary>Stays a member of the group while nothing can be stored: of each partition at most one message more is read until <see cref="Resume"/>.</summary>
    public void StayWithoutReading(TimeSpan time, List<ConsumedMessage> more)
    {
        if (Next(time) is not { IsPartitionEOF: false } result)
            return;
        more.Add(Of(result));
        // TRICKY: only what has begun to read. Pausing one that was assigned this very moment makes Kafka's client forget where to begin.
        _consumer.Pause([result.TopicPartition]);
        _paused.Add(result.TopicPartition);
    }

    public void Resume()
    {
        if (_paused.Count == 0)
            return;
        _consumer.Resume(_paused);
        _paused.Clear();
    }

    /// <summary>Everything before these offsets is stored or set aside; Kafka is told within a second, and when the partition goes to another process.</summary>
    public void Commit(IReadOnlyDictionary<int, long> nextOffsets)
    {
        foreach (var (partition, offset) in nextOffsets)
        {
            try
            {
                _consumer.StoreOffset(new TopicPartitionOffset(_kafka.AcceptedTopic, partition, offset));
            }
            // It has gone to another process, which reads the messages again and finds them stored.
            catch (KafkaException)
            {
            }
        }
    }

    /// <summary>Leaves the group, so that others go on at once.</summary>
    public void Dispose()
    {
        _consumer.Close();
        _consumer.Dispose();
    }

    private ConsumeResult<byte[], byte[]>? Next(TimeSpan within)
    {
        try
        {
            var result = _consumer.Consume(within);
            // Here and nowhere else: the end of a partition is told once, whoever asks at that moment.
            if (result is not null)
                _positions[result.Partition.Value] = result.Offset.Value + (result.IsPartitionEOF ? 0 : 1);
            return result;
        }
        catch (ConsumeException e)
        {
            _logger.ConsumerWarned(e.Error.Code);
            return null;
        }
    }

    private ConsumedMessage Of(ConsumeResult<byte[], byte[]> result) => new(result, _assigned.GetValueOrDefault(result.Partition.Value));

    private void Take(List<TopicPartition> added)
    {
        var assigned = _assigned.ToDictionary();
        foreach (var partition in added)
            assigned[partition.Partition.Value] = ++_assignments;
        Assign(assigned);
    }

    private void LetGo(List<TopicPartitionOffset> lost)
    {
        // TRICKY: Kafka's client remembers that a partition was paused. If it comes back one day, nothing would ever be read from it.
        var paused = lost.ConvertAll(partition => partition.TopicPartition).FindAll(_paused.Remove);
        if (paused.Count > 0)
            _consumer.Resume(paused);
        var assigned = _assigned.ToDictionary();
        foreach (var partition in lost)
        {
            assigned.Remove(partition.Partition.Value);
            _positions.Remove(partition.Partition.Value);
        }

        Assign(assigned);
    }

    private void Assign(Dictionary<int, long> assigned)
    {
        _assigned = assigned.ToFrozenDictionary();
        _logger.PartitionsAssigned(string.Join(',', assigned.Keys.Order()));
    }
}
