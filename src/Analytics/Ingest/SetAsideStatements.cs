using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Analytics.ClickHouse;
using Analytics.Streaming.Kafka;
using Confluent.Kafka;
using Microsoft.Extensions.Options;

namespace Analytics.Ingest;

/// <summary>Why a message of the stream was not stored.</summary>
public enum SetAsideReason
{
    /// <summary>It is no message that this version reads.</summary>
    NotDecoded,

    /// <summary>Its statement could not be made a row of.</summary>
    NotMapped,

    /// <summary>Another statement of its id was stored first (xAPI Data 2.3.1).</summary>
    Conflict,
}

/// <summary>A message that was set aside. Its statement is not told: it holds personal data.</summary>
public sealed record SetAside(
    Guid Id, DateTimeOffset SetAsideAt, string Reason, string Detail, Guid StatementId, string Provider, int Partition, long Offset, DateTimeOffset? DrivenAt);

/// <summary>
/// Keeps what could not be stored, with the reason: in a topic for other programs, and in the table <c>set_aside</c>, from which it can be
/// driven again.
/// </summary>
public sealed class SetAsideStatements : IDisposable
{
    private const string Insert =
        "INSERT INTO set_aside (id, set_aside_at, reason, detail, statement_id, provider, partition, message_offset, message_key, message, driven_at) FORMAT RowBinary";

    private static readonly string ListSetAside = EmbeddedSql.Load<SetAsideStatements>(nameof(ListSetAside));
    private static readonly string ReadSetAside = EmbeddedSql.Load<SetAsideStatements>(nameof(ReadSetAside));

    private readonly ClickHouseClient _clickHouse;
    private readonly KafkaOptions _options;
    private readonly TimeProvider _clock;
    private readonly Lazy<IProducer<byte[], byte[]>> _producer;

    public SetAsideStatements(ClickHouseClient clickHouse, KafkaClients clients, IOptions<KafkaOptions> options, TimeProvider clock)
    {
        (_clickHouse, _options, _clock) = (clickHouse, options.Value, clock);
        _producer = new Lazy<IProducer<byte[], byte[]>>(() => new ProducerBuilder<byte[], byte[]>(clients.Producer)
            .SetLogHandler(static (_, _) => { }).SetErrorHandler(static (_, _) => { }).Build());
    }

    /// <summary>The latest first.</summary>
    /// <param name="limit">The most that are listed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<SetAside>> ListAsync(int limit, CancellationToken cancellation)
    {
        var listed = new List<SetAside>();
        await foreach (var one in _clickHouse.StreamBinaryAsync(ListSetAside, new QueryParameters().Add("limit", limit), ReadRow, cancellation))
            listed.Add(one);
        return listed;
    }

    /// <summary>Publishes the message anew, so that it is ingested again: what is still wrong with it is then set aside anew.</summary>
    /// <param name="id">Of one; null for all that nobody drove again yet.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were driven.</returns>
    /// <exception cref="KafkaException">Kafka is away; those before were driven.</exception>
    public async Task<int> DriveAsync(Guid? id, CancellationToken cancellation)
    {
        var driven = 0;
        var kept = new List<Kept>();
        await foreach (var one in _clickHouse.StreamBinaryAsync(ReadSetAside, new QueryParameters().Add("id", id ?? Guid.Empty), ReadKept, cancellation))
            kept.Add(one);
        foreach (var one in kept)
        {
            await _producer.Value.ProduceAsync(_options.AcceptedTopic, new Message<byte[], byte[]> { Key = one.Key, Value = one.Value }, cancellation);
            await WriteAsync([one with { DrivenAt = _clock.GetUtcNow() }], cancellation);
            driven++;
        }

        return driven;
    }

    public void Dispose()
    {
        if (_producer.IsValueCreated)
            _producer.Value.Dispose();
    }

    /// <summary>When this returns, the messages are kept. A message that is set aside again is there once.</summary>
    internal async Task KeepAsync(IReadOnlyCollection<IngestedMessage> messages, CancellationToken cancellation)
    {
        await Task.WhenAll(messages.Select(message => _producer.Value.ProduceAsync(_options.SetAsideTopic, MessageOf(message), cancellation)));
        var now = _clock.GetUtcNow();
        await WriteAsync(messages.Select(message => new Kept(
            IdOf(message), now, message.Reason!.Value.ToString(), message.Detail, message.StatementId, message.Provider, message.Partition, message.Offset,
            message.Key, message.Value, DateTimeOffset.UnixEpoch)), cancellation);
    }

    private static Message<byte[], byte[]> MessageOf(IngestedMessage message) => new()
    {
        Key = message.Key,
        Value = message.Value,
        Headers = new Headers
        {
            { "reason", Encoding.UTF8.GetBytes(message.Reason!.Value.ToString()) },
            { "detail", Encoding.UTF8.GetBytes(message.Detail) },
            { "place", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Partition}:{message.Offset}")) },
        },
    };

    private Guid IdOf(IngestedMessage message) => new(XxHash128.Hash(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{_options.AcceptedTopic}:{message.Partition}:{message.Offset}:{message.AcceptedAt.UtcTicks}"))));

    private Task WriteAsync(IEnumerable<Kept> rows, CancellationToken cancellation) => _clickHouse.InsertBinaryAsync(Insert, rows, static (writer, row) =>
    {
        writer.Write(row.Id);
        writer.Write(row.SetAsideAt);
        writer.Write(row.Reason);
        writer.Write(row.Detail);
        writer.Write(row.StatementId);
        writer.Write(row.Provider);
        writer.Write(row.Partition);
        writer.Write(row.Offset);
        writer.Write((ReadOnlySpan<byte>)row.Key);
        writer.Write((ReadOnlySpan<byte>)row.Value);
        writer.Write(row.DrivenAt);
    }, cancellation);

    private static SetAside ReadRow(ref RowBinaryReader row)
    {
        var listed = new SetAside(
            row.ReadGuid(), row.ReadMoment(), row.ReadString(), row.ReadString(), row.ReadGuid(), row.ReadString(), row.ReadInt32(), row.ReadInt64(), row.ReadMoment());
        return listed.DrivenAt == DateTimeOffset.UnixEpoch ? listed with { DrivenAt = null } : listed;
    }

    private static Kept ReadKept(ref RowBinaryReader row) => new(
        row.ReadGuid(), row.ReadMoment(), row.ReadString(), row.ReadString(), row.ReadGuid(), row.ReadString(), row.ReadInt32(), row.ReadInt64(),
        row.ReadBytes().ToArray(), row.ReadBytes().ToArray(), row.ReadMoment());

    private sealed record Kept(
        Guid Id, DateTimeOffset SetAsideAt, string Reason, string Detail, Guid StatementId, string Provider, int Partition, long Offset, byte[] Key, byte[] Value,
        DateTimeOffset DrivenAt);
}
