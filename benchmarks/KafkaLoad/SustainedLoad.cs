using System.Diagnostics;
using System.Globalization;
using StatementLoad;
using Testing;

namespace KafkaLoad;

/// <summary>
/// Posts for a time and waits until all of it is stored, so that what ingest makes up for afterwards is counted too: whose processor time a
/// statement takes hardly depends on what else the machine does.
/// </summary>
internal sealed class SustainedLoad(LrsProcess service, KafkaBroker broker, TimeSpan time)
{
    private readonly LoadClient _client = new(service);

    public async Task<(LoadResult Load, TimeSpan Behind, ProcessorTimes Took)> RunAsync(int connections, int batch)
    {
        var before = Processors();
        var load = await _client.RunAsync(connections, batch, time);
        var ended = Stopwatch.GetTimestamp();
        await TimeToStore.AllAsync(service);
        return (load, Stopwatch.GetElapsedTime(ended), Processors() - before);
    }

    public async Task PrintAsync(string name, int connections, int batch)
    {
        var (load, behind, took) = await RunAsync(connections, batch);
        Report.Print(name, load);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  all stored {behind.TotalSeconds:N1} s after the last; processor us per statement: {took.Per((long)load.Milliseconds.Count * batch)}"));
    }

    private ProcessorTimes Processors() => new(
        Of(service.ProcessId), Of(service.EngineProcessId()!.Value), broker.ProcessIds().Aggregate(TimeSpan.Zero, (sum, id) => sum + Of(id)), Of(Environment.ProcessId));

    private static TimeSpan Of(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.TotalProcessorTime;
    }
}

/// <summary>What each process that takes part took of the processor.</summary>
internal readonly record struct ProcessorTimes(TimeSpan Service, TimeSpan Engine, TimeSpan Kafka, TimeSpan Client)
{
    public static ProcessorTimes operator -(ProcessorTimes later, ProcessorTimes before) =>
        new(later.Service - before.Service, later.Engine - before.Engine, later.Kafka - before.Kafka, later.Client - before.Client);

    public string Per(long statements) => string.Create(
        CultureInfo.InvariantCulture,
        $"service {Service.TotalMicroseconds / statements:N1}, engine {Engine.TotalMicroseconds / statements:N1}, Kafka {Kafka.TotalMicroseconds / statements:N1}, client {Client.TotalMicroseconds / statements:N1}, together {(Service + Engine + Kafka + Client).TotalMicroseconds / statements:N1}");
}
