using StatementLoad;
using Testing;

// How many statements a second one machine takes, beside what the same rows cost inserted into bare ClickHouse, in one run.
// dotnet run -c Release --project benchmarks/StatementLoad -- [seconds per part] [directory for the data]
var seconds = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 20;
var directory = Path.GetFullPath(Path.Combine(args.Length > 1 ? args[1] : Path.Combine("artifacts", "benchmarks"), Guid.NewGuid().ToString("N")));
Directory.CreateDirectory(directory);
try
{
    await using (var service = await LrsProcess.StartAsync(Path.Combine(directory, "service")))
    {
        var load = new LoadClient(service);
        await load.RunAsync(connections: 16, batch: 1, TimeSpan.FromSeconds(Math.Max(2, seconds / 4)));
        Report.Print("single POST, 16 connections", await load.RunAsync(connections: 16, batch: 1, TimeSpan.FromSeconds(seconds)));
        Report.Print("batches of 50, 4 connections", await load.RunAsync(connections: 4, batch: 50, TimeSpan.FromSeconds(seconds)));
        Console.WriteLine($"resident memory: service {Megabytes(service.ProcessId)} MB, engine {Megabytes(service.EngineProcessId()!.Value)} MB");
    }

    await BareInsert.RunAsync(Path.Combine(directory, "bare"), rows: 200_000);
}
finally
{
    Directory.Delete(directory, recursive: true);
}

static long Megabytes(int processId) => LrsProcess.ResidentBytes(processId) >> 20;
