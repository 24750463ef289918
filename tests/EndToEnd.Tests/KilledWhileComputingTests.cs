using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Promise 6: however often the service is killed while it computes, the figures afterwards are those of an undisturbed run.</summary>
public sealed class KilledWhileComputingTests
{
    private const int People = 600;

    /// <summary>Few, so that a kill finds a computation half way. Undisturbed it may take as many as it likes: the figures know nothing of groups.</summary>
    private const string SmallGroups = "--Compliance:PeopleAtOnce=10";

    /// <summary>Each costs a start of the service, some two seconds: LRS_KILLS=3 for a short run.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LRS_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 20;

    [Fact]
    public async Task The_figures_afterwards_are_those_of_an_undisturbed_run()
    {
        var undisturbed = await UndisturbedAsync();
        using var directory = new TestDirectory();
        var lrs = await LrsProcess.StartAsync(directory.Path, SmallGroups);
        await FillAsync(new NationApi(lrs));
        await new NationApi(lrs).RunAsync("compute-compliance");
        var random = new Random(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            var api = new NationApi(lrs);
            await api.PostAsync(Learning(kill));
            // The night's computation and, every second, that of the changes.
            using var run = await api.Http.PostAsync("/api/v1/jobs/recompute-compliance/runs", null);
            await Task.Delay(random.Next(20, 1_000));
            await lrs.KillAsync();
            await lrs.DisposeAsync();
            lrs = await LrsProcess.StartAsync(directory.Path, SmallGroups);
        }

        var afterwards = new NationApi(lrs);
        var last = await afterwards.RunAsync("recompute-compliance");
        Assert.Equal(undisturbed, await FiguresAsync(afterwards));
        Assert.StartsWith("0 of ", last.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.True(await InterruptedAsync(afterwards) >= Kills / 2, "Too few computations were killed half way to mean anything.");
        await lrs.DisposeAsync();
    }

    private static async Task<string> UndisturbedAsync()
    {
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(directory.Path, SmallGroups);
        var api = new NationApi(lrs);
        await FillAsync(api);
        for (var kill = 0; kill < Kills; kill++)
            await api.PostAsync(Learning(kill));
        await api.RunAsync("recompute-compliance");
        return await FiguresAsync(api);
    }

    private static async Task<int> InterruptedAsync(NationApi api) =>
        (await api.Http.GetFromJsonAsync<JsonElement>("/api/v1/jobs")).EnumerateArray()
            .Where(job => job.GetProperty("name").GetString() == "recompute-compliance")
            .SelectMany(job => job.GetProperty("runs").EnumerateArray())
            .Count(run => run.GetProperty("outcome").GetString() == "failed");

    private static async Task FillAsync(NationApi api)
    {
        await api.ImportAsync("agencies", "agency_code,name,kind,timezone", "E2E-K,Badan Uji,LEMBAGA,Asia/Makassar");
        await api.ImportAsync("people", ["nip,name,employment_type,agency_code,employed_from",
            .. Enumerable.Range(0, People).Select(person => $"{Nip(person)},Orang {person},{(person % 3 == 0 ? "PPPK" : "PNS")},E2E-K,2009-01-01")]);
        await api.ImportAsync("activities", ["activity_iri,title,form,jp",
            .. Enumerable.Range(0, 40).Select(course => $"https://lms.example/{course},Kursus {course},{(course % 2 == 0 ? "ELEARNING" : "KURSUS")},{1 + (course % 7)}")]);
    }

    /// <summary>What is posted before the nth kill: everybody's next course, some of it twice over.</summary>
    private static string Learning(int kill) => "[" + string.Join(',', Enumerable.Range(0, People).Select(person => Posted.Statement(
        id: new Guid(kill, 0, 0, [.. BitConverter.GetBytes(person), 0, 0, 0, 0]).ToString(),
        actor: Posted.Learner(Nip(person)), activity: $"https://lms.example/{(kill + person) % 40}",
        timestamp: string.Create(CultureInfo.InvariantCulture, $"2026-{1 + (kill % 10):D2}-{1 + (person % 28):D2}T{kill % 24:D2}:00:00Z")))) + "]";

    private static string Nip(int person) => $"19900101201503{1}{person:D3}";

    /// <summary>Everything the figures say, but for when they were computed and the ids that each installation makes.</summary>
    private static async Task<string> FiguresAsync(NationApi api)
    {
        var figures = new List<string>();
        var agency = await api.Http.GetFromJsonAsync<JsonElement>("/api/v1/agencies/E2E-K/compliance?year=2026");
        figures.AddRange(agency.EnumerateObject().Where(one => one.Name != "computedAt").Select(one => one.ToString()));
        var people = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await api.Http.GetFromJsonAsync<JsonElement>($"/api/v1/agencies/E2E-K/people?year=2026&limit=500&cursor={cursor}");
            people.AddRange(page.GetProperty("people").EnumerateArray().Select(person =>
                string.Join(' ', person.EnumerateObject().Where(one => one.Name != "personId").Select(one => one.ToString()))));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(People, people.Count);
        return string.Join('\n', figures.Concat(people.Order(StringComparer.Ordinal)));
    }
}
