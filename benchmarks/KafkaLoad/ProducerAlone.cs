using System.Buffers;
using System.Diagnostics;
using System.Text;
using Analytics.Streaming;
using Analytics.Streaming.Kafka;
using Confluent.Kafka;
using Microsoft.Extensions.Options;
using StatementLoad;
using Testing;

namespace KafkaLoad;

/// <summary>The ceiling of publishing: the same messages, encoded beforehand, as fast as the client takes them. Also fills the stream for catching up.</summary>
internal static class ProducerAlone
{
    public static async Task<double> RunAsync(KafkaBroker broker, string topic, int messages)
    {
        var clients = new KafkaClients(
            Options.Create(new KafkaConnectionOptions { Servers = broker.Servers, Library = KafkaBroker.Library }), Options.Create(new KafkaOptions { PublishWithin = TimeSpan.FromMinutes(5) }));
        if (Analytics.Streaming.Kafka.NativeLibrary.TryLoad(KafkaBroker.Library) is { } problem)
            throw new InvalidOperationException(problem);
        using var producer = new ProducerBuilder<byte[], byte[]>(clients.Producer).Build();
        var random = new Random(7);
        var encoded = Enumerable.Range(0, messages).Select(_ => Encode(random)).ToList();
        var missing = messages;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = Stopwatch.GetTimestamp();
        foreach (var message in encoded)
        {
            while (!TryProduce(producer, topic, message, Done))
                await Task.Delay(1);
        }

        await ended.Task;
        return messages / Stopwatch.GetElapsedTime(started).TotalSeconds;

        void Done(DeliveryReport<byte[], byte[]> report)
        {
            if (report.Error.IsError)
                ended.TrySetException(new KafkaException(report.Error));
            else if (Interlocked.Decrement(ref missing) == 0)
                ended.TrySetResult();
        }
    }

    private static bool TryProduce(IProducer<byte[], byte[]> producer, string topic, Message<byte[], byte[]> message, Action<DeliveryReport<byte[], byte[]>> done)
    {
        try
        {
            producer.Produce(topic, message, done);
            return true;
        }
        catch (ProduceException<byte[], byte[]> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
        {
            return false;
        }
    }

    private static Message<byte[], byte[]> Encode(Random random)
    {
        const string Authority = """{"objectType":"Agent","account":{"homePage":"https://lan.go.id/lrs","name":"benchmark"}}""";
        var id = Guid.NewGuid();
        var buffer = new ArrayBufferWriter<byte>();
        AcceptedStatementFormat.Write(buffer, new AcceptedStatement(id, Encoding.UTF8.GetBytes(SampleStatement.Json(id, random)), "benchmark", Authority, "2.0.0"));
        return new Message<byte[], byte[]> { Key = id.ToByteArray(bigEndian: true), Value = buffer.WrittenSpan.ToArray() };
    }
}
