using System.Collections.Frozen;
using System.Diagnostics;
using Analytics.Streaming.Kafka;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest;

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
    private volatile FrozenSet<int> _assigned = FrozenSet<int>.Empty;

    public AcceptedStatementsConsumer(KafkaClients clients, KafkaOptions kafka, IngestOptions options, ILogger logger)
    {
        (_kafka, _options, _logger) = (kafka, options, logger);
        var config = clients.Consumer;
        // The end of a partition is told too: then it is known where it ends though nothing came from it.
        config.EnablePartitionEof = true;
        _consumer = new ConsumerBuilder<byte[], byte[]>(config)
            .SetLogHandler(static (_, _) => { })
            .SetErrorHandler((_, error) => _logger.ConsumerWarned(error.Code))
            .SetPartitionsAssignedHandler((_, added) => Assign([.. _assigned, .. added.Select(partition => partition.Partition.Value)]))
            .SetPartitionsRevokedHandler((_, lost) => LetGo(lost))
            .SetPartitionsLostHandler((_, lost) => LetGo(lost))
            .Build();
        _consumer.Subscribe(kafka.AcceptedTopic);
    }

    /// <summary>The partitions of this process, as of now.</summary>
    public FrozenSet<int> Assigned => _assigned;

    /// <summary>Where each assigned partition was read to, where that is known, as of now, but those that something of <paramref name="unstored"/> is from.</summary>
    public IReadOnlyDictionary<int, long> PositionsBut(IEnumerable<int> unstored)
    {
        var others = unstored.ToHashSet();
        return _positions.Where(position => !others.Contains(position.Key)).ToDictionary();
    }

    /// <summary>The next messages: empty where none come within <paramref name="within"/>. Blocks meanwhile.</summary>
    /// <param name="linger">How long to wait for more after the first.</param>
    public List<ConsumeResult<byte[], byte[]>> Read(TimeSpan within, TimeSpan linger)
    {
        var messages = new List<ConsumeResult<byte[], byte[]>>();
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
            messages.Add(result);
            bytes += (result.Message.Value?.Length ?? 0) + 64;
        }

        // Those of partitions that went to another process meanwhile are its own.
        messages.RemoveAll(message => !_assigned.Contains(message.Partition.Value));
        return messages;
    }

    /// <summary>Stays a member of the group while nothing can be stored: of each partition at most one message more is read until <see cref="Resume"/>.</summary>
    public void StayWithoutReading(TimeSpan time, List<ConsumeResult<byte[], byte[]>> more)
    {
        if (Next(time) is not { IsPartitionEOF: false } result)
            return;
        more.Add(result);
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

    private void LetGo(List<TopicPartitionOffset> lost)
    {
        // TRICKY: Kafka's client remembers that a partition was paused. If it comes back one day, nothing would ever be read from it.
        var paused = lost.ConvertAll(partition => partition.TopicPartition).FindAll(_paused.Remove);
        if (paused.Count > 0)
            _consumer.Resume(paused);
        Assign(_assigned.Except(lost.Select(partition => partition.Partition.Value)));
    }

    private void Assign(IEnumerable<int> partitions)
    {
        _assigned = partitions.ToFrozenSet();
        foreach (var partition in _positions.Keys.Where(partition => !_assigned.Contains(partition)).ToList())
            _positions.Remove(partition);
        _logger.PartitionsAssigned(string.Join(',', _assigned.Order()));
    }
}
