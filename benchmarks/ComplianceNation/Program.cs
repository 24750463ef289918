using System.Globalization;
using System.Text.Json.Nodes;
using ComplianceNation;
using ComplianceNation.Nation;
using Testing;

// The hours of a nation: how long everyone takes and in how much memory, how soon one statement counts, how long the API takes to answer.
// dotnet run -c Release --project benchmarks/ComplianceNation -- [people] [directory for the data] [keep]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_600_000;
var keep = args is [_, _, "keep"];
var directory = Path.GetFullPath(args.Length > 1 ? args[1] : Path.Combine("artifacts", "benchmarks", "nation"));
var year = TimeProvider.System.GetUtcNow().Year;
var isThere = Directory.Exists(directory);
Directory.CreateDirectory(directory);
try
{
    if (!isThere)
        await NationStore.FillAsync(directory, people, year);
    var sample = await NationStore.SampleAsync(directory);
    await using var process = await LrsProcess.StartAsync(directory);
    var service = new Service(process, year);
    await ComputeAsync("everyone for the first time", service.FirstComputationAsync);
    await ComputeAsync("everyone anew, the night's job", () => service.RunAsync("recompute-compliance"));

    var changes = new List<double>();
    foreach (var (person, number) in sample.Take(20).Select((person, number) => (person, number)))
        changes.Add((await service.ChangeAsync(person, number)).TotalSeconds);
    changes.Sort();
    Console.WriteLine($"one person's change, POST to figure: median {changes[changes.Count / 2]:N2} s, slowest {changes[^1]:N2} s (to reach: < 2 s)");

    Console.WriteLine("answers (to reach: p95 < 300 ms)");
    await ShowAsync("a person", 200, i => service.GetAsync(service.PathOf(sample[i % sample.Length])));
    await ShowAsync("an agency of the smallest", 60, i => service.GetAsync($"/api/v1/agencies/AG{639 - i}/compliance?year={year}"));
    await ShowAsync("the largest agency", 40, _ => service.GetAsync($"/api/v1/agencies/AG000/compliance?year={year}"));
    await ShowAsync("the nation", 40, _ => service.GetAsync($"/api/v1/compliance?year={year}"));
    foreach (var part in (string[])["days", "months", "position-groups"])
        await ShowAsync("the nation's " + part, 40, _ => service.GetAsync($"/api/v1/compliance/{part}?year={year}"));
    await ShowAsync("the largest agency's days", 40, _ => service.GetAsync($"/api/v1/agencies/AG000/compliance/days?year={year}"));
    await ShowAsync("the largest agency's units", 40, _ => service.GetAsync($"/api/v1/agencies/AG000/compliance/units?year={year}"));
    await ShowAsync("learners not recognised", 40, _ => service.GetAsync("/api/v1/unresolved/people"));
    await ShowAsync("activities not registered", 40, _ => service.GetAsync("/api/v1/unresolved/activities"));
    await ShowAsync("a platform's intake", 40, _ => service.GetAsync("/api/v1/providers/platform0/intake"));
    foreach (var agency in (string[])["AG600", "AG000"])
        await ShowAsync($"learners not recognised of {agency}", 40, _ => service.GetAsync($"/api/v1/agencies/{agency}/unresolved/people"));
    await ShowAsync("the largest agency's claims", 40, _ => service.GetAsync($"/api/v1/manual-claims?agency=AG000&year={year}"));
    await ShowAsync("the nation's claims", 10, _ => service.GetAsync($"/api/v1/manual-claims?year={year}"));
    await ShowAsync("certificates of several people", 10, _ => service.GetAsync("/api/v1/suspicious/certificates"));
    await ShowAsync("all agencies", 40, _ => service.GetAsync("/api/v1/agencies"));
    foreach (var (name, agency) in ((string, string)[])[("a small agency's people", "AG600"), ("the largest agency's people", "AG000")])
    {
        var path = $"/api/v1/agencies/{agency}/people?year={year}";
        await ShowAsync(name, 40, _ => service.GetAsync(path));
        await ShowAsync(name + ", those behind", 40, _ => service.GetAsync(path + "&status=UNMET"));
        await ShowAsync(name + ", by a part of the name", 40, _ => service.GetAsync(path + "&search=rumbiak"));
        var cursor = "";
        await ShowAsync(name + ", page after page", 40, async _ => cursor = CursorOf(await service.GetAsync(path + cursor)));
    }

    async Task ComputeAsync(string name, Func<Task<JsonNode>> computeAsync)
    {
        await using var memory = new PeakMemory(process);
        var run = await computeAsync();
        Console.WriteLine($"{name}: {run["outcome"]} in {(double)run["seconds"]!:N1} s, {(long)run["rows"]!:N0} rows; {memory} (to reach: < 90 s, < 4,096 MB)");
        if ((run["note"] ?? run["error"]) is { } note)
            Console.WriteLine($"  {note}");
    }
}
finally
{
    if (!keep)
        Directory.Delete(directory, recursive: true);
}

static string CursorOf(string page) =>
    (string?)JsonNode.Parse(page)!["next"] is { } next ? "&cursor=" + Uri.EscapeDataString(next) : "";

static async Task ShowAsync(string name, int calls, Func<int, Task> callAsync) =>
    Console.WriteLine($"  {name}: {await Timings.OfAsync(calls, callAsync)}");
