using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ComplianceNation.Nation;
using Testing;

namespace ComplianceNation;

/// <summary>What is asked of the service, over HTTP.</summary>
internal sealed class Service(LrsProcess process, int year)
{
    private readonly HttpClient _http = NewClient(process);

    /// <summary>The computation of everyone that the service begins by itself where nobody was computed yet.</summary>
    public async Task<JsonNode> FirstComputationAsync()
    {
        while (true)
        {
            var jobs = await _http.GetFromJsonAsync<JsonArray>("/api/v1/jobs");
            var runs = jobs!.First(job => (string?)job!["name"] == "compute-compliance")!["runs"]!.AsArray();
            if (runs.FirstOrDefault(run => (long?)run!["rows"] > 0 || (string?)run["outcome"] is "failed") is { } run)
                return run;
            await Task.Delay(200);
        }
    }

    public async Task<JsonNode> RunAsync(string job)
    {
        using var answer = await _http.PostAsync($"/api/v1/jobs/{job}/runs?wait=true", null);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>From the POST of a statement to a figure that has it.</summary>
    public async Task<TimeSpan> ChangeAsync(SomePerson person, int number)
    {
        var id = Guid.NewGuid();
        var moment = $"{year}-{1 + (number % 6):D2}-{1 + (number % 28):D2}T03:00:00Z";
        using var body = new StringContent(
            Posted.Statement(id.ToString(), Posted.Learner(person.Nip), activity: $"https://lms{number % 12}.example.go.id/course/view.php?id={(12 * 1500) + (number % 12)}", timestamp: moment),
            Encoding.UTF8, "application/json");
        var begun = Stopwatch.GetTimestamp();
        using (var posted = await _http.PostAsync("/xapi/statements", body))
            posted.EnsureSuccessStatusCode();
        while (!(await _http.GetStringAsync(PathOf(person))).Contains(id.ToString(), StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMinutes(2))
                throw new TimeoutException("The statement was not counted within two minutes.");
            // To ask takes of the processors what the computation needs: not too often.
            await Task.Delay(100);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    public string PathOf(SomePerson person) => $"/api/v1/people/{person.PersonId}/compliance?year={year}";

    public async Task<string> GetAsync(string path) => await _http.GetStringAsync(path);

    // A job's run is waited for, however long it takes.
    private static HttpClient NewClient(LrsProcess process)
    {
        var http = process.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret);
        http.Timeout = Timeout.InfiniteTimeSpan;
        return http;
    }
}
