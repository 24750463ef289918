using System.Diagnostics;
using System.Globalization;
using StatementReads;
using Testing;

// How long one GET takes in a store of millions of statements, over HTTP, one after the other.
// dotnet run -c Release --project benchmarks/StatementReads -- [statements] [directory for the data] [keep]
// A process that has just started compiles its way, and reads what was not in memory.
const int Warmup = 200;
var statements = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000_000;
var keep = args is [_, _, "keep"];
var directory = Path.GetFullPath(args.Length > 1 ? args[1] : Path.Combine("artifacts", "benchmarks", "reads"));
var isThere = Directory.Exists(directory);
Directory.CreateDirectory(directory);
try
{
    var filling = Stopwatch.GetTimestamp();
    if (!isThere)
        await LargeStore.FillAsync(directory, statements);
    Console.WriteLine($"filled in {Stopwatch.GetElapsedTime(filling).TotalSeconds:N0} s");
    // Without the clock: hours of millions of statements that came at once would be computed meanwhile.
    await using var service = await LrsProcess.StartAsync(directory, "--roles", "web,ingest");
    using var http = service.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret);
    http.DefaultRequestHeaders.Add("Accept-Language", "id, en;q=0.5");
    // The service reads all ids once when it starts, and what activities are.
    while (!(await http.GetAsync("/xapi/activities?activityId=https://x.example")).IsSuccessStatusCode)
        await Task.Delay(500);

    static string Text(string value) => Uri.EscapeDataString(value);
    (string Name, Func<int, string> Query)[] queries =
    [
        ("statementId", n => $"statementId={LargeStore.IdOf(n)}"),
        ("agent", n => $"limit=50&agent={Text(LargeStore.PersonOf(n))}"),
        ("activity", n => $"limit=50&activity={Text(LargeStore.CourseOf(n))}"),
        ("registration", n => $"limit=50&registration={LargeStore.RegistrationOf(n)}"),
        ("verb", n => $"limit=50&verb={Text(LargeStore.VerbOf(n))}"),
        ("agent and verb", n => $"limit=50&agent={Text(LargeStore.PersonOf(n))}&verb={Text(LargeStore.VerbOf(n))}"),
        ("activity and verb", n => $"limit=50&activity={Text(LargeStore.CourseOf(n))}&verb={Text(LargeStore.VerbOf(n))}"),
        ("related activity", n => $"limit=50&related_activities=true&activity={Text(LargeStore.CourseOf(n) + "&category=1")}"),
        ("activity, canonical", n => $"limit=50&format=canonical&activity={Text(LargeStore.CourseOf(n))}"),
        ("no filter", n => $"limit=50&until={Text(DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(n).ToString("O", CultureInfo.InvariantCulture))}"),
    ];
    foreach (var (name, query) in queries)
    {
        var random = new Random(1);
        var times = new List<double>();
        var bytes = 0L;
        for (var i = 0; i < Warmup + 300; i++)
        {
            var asked = "/xapi/statements?" + query(random.Next(statements - 1));
            var sent = Stopwatch.GetTimestamp();
            bytes += (await http.GetByteArrayAsync(asked)).Length;
            if (i >= Warmup)
                times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: p50 {times[times.Count / 2]:N1} ms, p95 {times[times.Count * 95 / 100]:N1} ms, {bytes / (Warmup + 300) / 1024:N0} KiB each"));
    }

    Console.WriteLine($"resident memory: service {LrsProcess.ResidentBytes(service.ProcessId) >> 20} MB, engine {LrsProcess.ResidentBytes(service.EngineProcessId()!.Value) >> 20} MB");
}
finally
{
    if (!keep)
        Directory.Delete(directory, recursive: true);
}
