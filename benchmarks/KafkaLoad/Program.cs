using System.Globalization;
using KafkaLoad;
using StatementLoad;
using Testing;

// How many statements a second go over Kafka, and how long it takes until they can be queried, beside the ceilings of the same run: the
// producer alone, and the same rows inserted into bare ClickHouse. Kafka, engine, service and client share the machine.
// dotnet run -c Release --project benchmarks/KafkaLoad -- [seconds per part] [directory for the data] [settings, as --Kafka:Partitions=4]
var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20;
var directory = Path.GetFullPath(Path.Combine(args.Length > 1 ? args[1] : Path.Combine("artifacts", "benchmarks"), Guid.NewGuid().ToString("N")));
var messages = Math.Max(50_000, seconds * 15_000);
Directory.CreateDirectory(directory);
try
{
    using var broker = await KafkaBroker.StartAsync();
    string[] settings = [$"--LRS_KAFKA={broker.Servers}", $"--LRS_LIBRDKAFKA={KafkaBroker.Library}", .. args.Skip(2)];
    // The topics are made at the first start.
    await (await LrsProcess.StartAsync(Path.Combine(directory, "service"), settings)).DisposeAsync();
    var producer = await ProducerAlone.RunAsync(broker, "lrs.statements.accepted", messages);
    Console.WriteLine($"producer alone: {producer:N0} messages/s");
    await using (var service = await LrsProcess.StartAsync(Path.Combine(directory, "service"), settings))
    {
        Console.WriteLine($"ingest, catching up with {messages:N0} statements: {await TimeToStore.CatchUpAsync(service, messages):N0} rows/s");
        var load = new SustainedLoad(service, broker, TimeSpan.FromSeconds(seconds));
        // Sustained is asked for: what a young process compiles is not.
        await load.RunAsync(connections: 4, batch: 50);
        await load.PrintAsync("batches of 50, 4 connections", connections: 4, batch: 50);
        await load.PrintAsync("batches of 250, 4 connections", connections: 4, batch: 250);
        await load.PrintAsync("single POST, 16 connections", connections: 16, batch: 1);
        Console.WriteLine($"POST to queryable, nothing else: {TimeToStore.Describe(await TimeToStore.FromPostAsync(service, TimeSpan.FromSeconds(seconds / 2)))}");
        var half = new LoadClient(service).RunAsync(connections: 1, batch: 50, TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"POST to queryable, beside one connection's batches of 50: {TimeToStore.Describe(await TimeToStore.FromPostAsync(service, TimeSpan.FromSeconds(seconds)))}");
        Report.Print("those batches", await half);
        Console.WriteLine($"resident memory: service {LrsProcess.ResidentBytes(service.ProcessId) >> 20} MB, engine {LrsProcess.ResidentBytes(service.EngineProcessId()!.Value) >> 20} MB");
    }

    await BareInsert.RunAsync(Path.Combine(directory, "bare"), rows: 200_000);
}
finally
{
    Directory.Delete(directory, recursive: true);
}
