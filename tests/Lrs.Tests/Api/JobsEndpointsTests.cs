using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Lrs.Tests.Api;

public sealed class JobsEndpointsTests(JobsHost host) : IClassFixture<JobsHost>
{
    [Fact]
    public async Task A_run_that_is_waited_for_answers_how_it_ended()
    {
        var run = await RunAsync("compute-compliance?wait=true", HttpStatusCode.OK);
        Assert.Equal(("succeeded", 3), (run.GetProperty("outcome").GetString(), run.GetProperty("rows").GetInt32()));
        Assert.Equal(JsonValueKind.Null, run.GetProperty("error").ValueKind);

        var failed = await RunAsync("recompute-compliance?wait=true", HttpStatusCode.OK);
        Assert.Equal(("failed", "IOException: down"), (failed.GetProperty("outcome").GetString(), failed.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_run_that_is_not_waited_for_answers_its_id_and_stands_in_the_list()
    {
        var id = (await RunAsync("compute-compliance", HttpStatusCode.Accepted)).GetProperty("runId").GetGuid();
        await RunAsync("compute-compliance?wait=true", HttpStatusCode.OK);
        var job = (await ListAsync()).Single(job => job.GetProperty("name").GetString() == "compute-compliance");
        Assert.Contains(job.GetProperty("runs").EnumerateArray(), run => run.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task The_list_says_what_each_job_does_and_when_it_runs_next()
    {
        var job = (await ListAsync()).Single(job => job.GetProperty("name").GetString() == "recompute-compliance");
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 18, 0, 0, TimeSpan.Zero), job.GetProperty("nextRun").GetDateTimeOffset());
        Assert.Contains("WIB", job.GetProperty("schedule").GetString());
    }

    [Fact]
    public async Task The_list_says_which_jobs_last_succeeded_when_and_which_fail_or_are_overdue()
    {
        await RunAsync("compute-compliance?wait=true", HttpStatusCode.OK);
        await RunAsync("recompute-compliance?wait=true", HttpStatusCode.OK);
        var now = host.Clock.GetUtcNow();
        Assert.Equal((now, false, false), await StateAsync("compute-compliance"));
        Assert.Equal((null, true, false), await StateAsync("recompute-compliance"));

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((now, false, true), await StateAsync("compute-compliance"));

        async Task<(DateTimeOffset?, bool, bool)> StateAsync(string name)
        {
            var job = (await ListAsync()).Single(job => job.GetProperty("name").GetString() == name);
            var lastSuccess = job.GetProperty("lastSuccess") is { ValueKind: JsonValueKind.String } time ? time.GetDateTimeOffset() : (DateTimeOffset?)null;
            return (lastSuccess, job.GetProperty("failing").GetBoolean(), job.GetProperty("overdue").GetBoolean());
        }
    }

    [Fact]
    public async Task A_night_s_computation_that_was_interrupted_is_run_again()
    {
        var before = await RunsAsync();
        host.IsInterrupted = true;
        await RunAsync("compute-compliance?wait=true", HttpStatusCode.OK);
        host.IsInterrupted = false;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await RunsAsync() == before)
            await Task.Delay(20, patience.Token);

        async Task<int> RunsAsync() =>
            (await ListAsync()).Single(job => job.GetProperty("name").GetString() == "recompute-compliance").GetProperty("runs").GetArrayLength();
    }

    [Fact]
    public async Task There_is_no_run_of_an_unknown_job() => await RunAsync("drop-tables", HttpStatusCode.NotFound);

    [Fact]
    public async Task Only_lan_sees_and_runs_jobs()
    {
        await host.AddUserAsync("agency", "agency", "4001");
        var browser = host.Browser();
        await Auth.AuthHost.SignInAsync(browser, "agency");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/v1/jobs")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client().PostAsync("/api/v1/jobs/compute-compliance/runs", null)).StatusCode);
    }

    private async Task<JsonElement[]> ListAsync() => (await host.Root().GetFromJsonAsync<JsonElement[]>("/api/v1/jobs"))!;

    private async Task<JsonElement> RunAsync(string call, HttpStatusCode expected)
    {
        var (name, query) = call.Split('?') is [var before, var after] ? (before, "?" + after) : (call, "");
        var answer = await host.Root().PostAsync($"/api/v1/jobs/{name}/runs{query}", null);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
