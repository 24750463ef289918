using System.Diagnostics;
using System.Text;
using Analytics.Streaming;
using Confluent.Kafka;

namespace Analytics.Ingest;

/// <summary>A message of the stream, and what became of it: a row, or the reason why it has none.</summary>
internal sealed record IngestedMessage(int Partition, long Offset, DateTimeOffset AcceptedAt, byte[] Key, byte[] Value)
{
    public EncodedRow? Row { get; private set; }

    public SetAsideReason? Reason { get; init; }

    /// <summary>The assignment of its partition under which it was read.</summary>
    public long Assignment { get; private init; }

    /// <summary>What is wrong with it; never what it says.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The trace of the request that it came with.</summary>
    public ActivityContext Trace { get; private init; }

    public Guid StatementId { get; private set; }

    public string Provider { get; private set; } = "";

    /// <summary>Decodes and maps.</summary>
    public static IngestedMessage Map(ConsumedMessage read)
    {
        var consumed = read.Result;
        var message = new IngestedMessage(
            consumed.Partition.Value, consumed.Offset.Value, new DateTimeOffset(consumed.Message.Timestamp.UtcDateTime), consumed.Message.Key ?? [], consumed.Message.Value ?? [])
        {
            Assignment = read.Assignment,
            Trace = TraceOf(consumed.Message),
        };
        AcceptedStatement accepted;
        try
        {
            accepted = AcceptedStatementFormat.Read(message.Value);
        }
        catch (FormatException e)
        {
            return message with { Reason = SetAsideReason.NotDecoded, Detail = e.Message };
        }

        (message.StatementId, message.Provider) = (accepted.Id, accepted.Provider);
        try
        {
            message.Row = new EncodedRow(StatementRowMapper.Map(accepted));
            return message;
        }
        // Whatever one message does to the mapper, the others are stored. The message of the exception may quote it.
        catch (Exception e)
        {
            return message with { Reason = SetAsideReason.NotMapped, Detail = e.GetType().Name };
        }
    }

    private static ActivityContext TraceOf(Message<byte[], byte[]> message) =>
        Telemetry.Traces.HasListeners() && message.Headers?.TryGetLastBytes("traceparent", out var trace) == true
            && ActivityContext.TryParse(Encoding.ASCII.GetString(trace), traceState: null, isRemote: true, out var context) ? context : default;
}

/// <summary>Decides of a batch what is stored and what is set aside, in the order of the stream: the first of an id is the statement.</summary>
internal sealed class IngestBatch(IReadOnlyList<IngestedMessage> messages)
{
    private const int AtOnce = 500;
    private const int MostLinks = 100;

    public IReadOnlyList<IngestedMessage> Messages => messages;

    public IEnumerable<Guid> Ids => messages.Where(message => message.Row is not null).Select(message => message.StatementId).Distinct();

    public static IngestBatch Map(IReadOnlyList<ConsumedMessage> consumed)
    {
        var mapped = new IngestedMessage[consumed.Count];
        if (consumed.Count < AtOnce)
        {
            for (var i = 0; i < mapped.Length; i++)
                mapped[i] = IngestedMessage.Map(consumed[i]);
        }
        else
        {
            Parallel.For(0, mapped.Length, i => mapped[i] = IngestedMessage.Map(consumed[i]));
        }

        return new IngestBatch(mapped);
    }

    /// <summary>The span of storing it: of the trace of its first statement, with links to those of others.</summary>
    public Activity? StartSpan()
    {
        var traces = messages.Select(message => message.Trace).Where(trace => trace != default).Distinct().Take(MostLinks).ToList();
        return Telemetry.Traces.StartActivity(
            "consume", ActivityKind.Consumer, traces.FirstOrDefault(), tags: [new("statements", messages.Count)], links: traces.Skip(1).Select(trace => new ActivityLink(trace)));
    }

    /// <summary>Only what was read under these assignments of the partitions.</summary>
    public IngestBatch Of(IReadOnlyDictionary<int, long> assigned)
    {
        return messages.All(IsOfThem) ? this : new IngestBatch([.. messages.Where(IsOfThem)]);

        bool IsOfThem(IngestedMessage message) => assigned.TryGetValue(message.Partition, out var assignment) && assignment == message.Assignment;
    }

    /// <param name="known">The fingerprints of those that are stored.</param>
    public (List<IngestedMessage> New, List<IngestedMessage> SetAside) Decide(Dictionary<Guid, UInt128> known)
    {
        var (added, setAside) = (new List<IngestedMessage>(messages.Count), new List<IngestedMessage>());
        foreach (var message in messages)
        {
            if (message.Row is null)
                setAside.Add(message);
            else if (known.TryAdd(message.StatementId, message.Row.Fingerprint))
                added.Add(message);
            else if (known[message.StatementId] != message.Row.Fingerprint)
                setAside.Add(message with { Reason = SetAsideReason.Conflict, Detail = "Another statement of this id was stored first." });
        }

        return (added, setAside);
    }

    /// <summary>By partition, the offset after its last message and when Kafka accepted that.</summary>
    public Dictionary<int, (long Next, DateTimeOffset AcceptedAt)> Ends()
    {
        var ends = new Dictionary<int, (long Next, DateTimeOffset AcceptedAt)>();
        foreach (var message in messages)
            ends[message.Partition] = (message.Offset + 1, message.AcceptedAt);
        return ends;
    }
}
