using System.Buffers;
using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Kafka;

/// <summary>
/// Brings accepted statements to Kafka; a request is answered when every in-sync replica has all of its statements. While Kafka is away,
/// requests are answered at once, and what may wait is bounded.
/// </summary>
internal sealed class StatementProducer : IDisposable
{
    private const int FirstBufferBytes = 2048;

    private readonly KafkaClients _clients;
    private readonly KafkaOptions _options;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private IProducer<byte[], byte[]>? _producer;
    private long _waitingBytes;
    private volatile bool _isAway;
    private volatile bool _isBroken;
    private volatile bool _mayBeAway;

    public StatementProducer(KafkaClients clients, IOptions<KafkaOptions> options, ILogger<StatementProducer> logger) =>
        (_clients, _options, _logger) = (clients, options.Value, logger);

    public bool IsAway => _isAway;

    /// <summary>Whether somebody should look whether Kafka is there.</summary>
    public bool MayBeAway => _mayBeAway || _isAway;

    /// <summary>Whether Kafka was found to be there.</summary>
    public void Found(bool isThere)
    {
        if (!isThere && !_isAway)
            _logger.KafkaIsAway();
        if (isThere && _isAway)
            _logger.KafkaIsBack();
        _isAway = !isThere;
        _mayBeAway = !isThere;
        if (isThere && _isBroken)
            Renew();
    }

    /// <returns>Whether Kafka has all of them durably; if not, it may have some.</returns>
    public async Task<bool> ProduceAsync(IReadOnlyCollection<AcceptedStatement> statements)
    {
        if (_isAway)
            return false;
        var messages = Messages(statements);
        var bytes = messages.Sum(message => (long)message.Value.Length + 64);
        if (Interlocked.Add(ref _waitingBytes, bytes) > _options.MaxWaitingBytes)
        {
            Interlocked.Add(ref _waitingBytes, -bytes);
            return false;
        }

        try
        {
            var delivery = new Delivery(messages.Count);
            Action<DeliveryReport<byte[], byte[]>> delivered = report => Delivered(report.Error, delivery);
            foreach (var message in messages)
                Produce(message, delivery, delivered);
            return await delivery.Ended;
        }
        finally
        {
            Interlocked.Add(ref _waitingBytes, -bytes);
        }
    }

    public void Flush(TimeSpan atMost)
    {
        lock (_gate)
            _producer?.Flush(atMost);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _producer?.Dispose();
            _producer = null;
        }
    }

    private static List<Message<byte[], byte[]>> Messages(IReadOnlyCollection<AcceptedStatement> statements)
    {
        var (messages, value) = (new List<Message<byte[], byte[]>>(statements.Count), new ArrayBufferWriter<byte>(FirstBufferBytes));
        // https://www.w3.org/TR/trace-context/: so that a trace goes on where the statement is stored. ASP.NET Core has one for every request.
        var trace = Telemetry.Traces.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? Encoding.ASCII.GetBytes(id) : null;
        foreach (var statement in statements)
        {
            value.ResetWrittenCount();
            AcceptedStatementFormat.Write(value, statement);
            messages.Add(new Message<byte[], byte[]>
            {
                Key = statement.Id.ToByteArray(bigEndian: true),
                Value = value.WrittenSpan.ToArray(),
                Headers = trace is null ? null : new Headers { { "traceparent", trace } },
            });
        }

        return messages;
    }

    private void Produce(Message<byte[], byte[]> message, Delivery delivery, Action<DeliveryReport<byte[], byte[]>> delivered)
    {
        try
        {
            Current().Produce(_options.AcceptedTopic, message, delivered);
        }
        catch (KafkaException e)
        {
            Delivered(e.Error, delivery);
        }
    }

    private void Delivered(Error error, Delivery delivery)
    {
        if (error.IsError)
        {
            _mayBeAway = true;
            // Nobody acknowledged within the time: the next requests need not wait for the same.
            if (error.Code is ErrorCode.Local_MsgTimedOut or ErrorCode.Local_AllBrokersDown)
                _isAway = true;
            _logger.NotPublished(error.Code);
        }

        delivery.Done(!error.IsError);
    }

    private IProducer<byte[], byte[]> Current()
    {
        lock (_gate)
        {
            return _producer ??= new ProducerBuilder<byte[], byte[]>(_clients.Producer)
                .SetLogHandler(static (_, _) => { })
                .SetErrorHandler((_, error) => Failed(error))
                .Build();
        }
    }

    private void Failed(Error error)
    {
        _mayBeAway = true;
        // An idempotent producer that lost its place cannot go on; a new one can, since what comes twice is stored once.
        _isBroken |= error.IsFatal;
        _isAway |= error.IsFatal;
    }

    private void Renew()
    {
        lock (_gate)
        {
            _producer?.Dispose();
            _producer = null;
            _isBroken = false;
        }
    }

    /// <summary>The messages of one request, of which each is acknowledged or not.</summary>
    private sealed class Delivery(int messages)
    {
        private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _missing = messages;
        private volatile bool _failed;

        public Task<bool> Ended => _ended.Task;

        public void Done(bool acknowledged)
        {
            if (!acknowledged)
                _failed = true;
            if (Interlocked.Decrement(ref _missing) == 0)
                _ended.TrySetResult(!_failed);
        }
    }
}
