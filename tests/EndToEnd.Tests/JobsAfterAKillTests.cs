using System.Net.Http.Json;
using System.Text.Json;
using Analytics;
using Analytics.Relational;
using Jobs;
using Microsoft.Extensions.Options;
using Testing;

namespace EndToEnd.Tests;

public sealed class JobsAfterAKillTests : IDisposable
{
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_was_cut_short_has_failed_a_missed_night_is_made_up_and_jobs_run_at_once()
    {
        await using (var lrs = await LrsProcess.StartAsync(_directory.Path))
        {
            await RunAsync(lrs, "compute-compliance");
            await lrs.KillAsync();
        }

        var cut = await LeaveAsItIsAfterANightAsync();
        await using (var lrs = await LrsProcess.StartAsync(_directory.Path))
        {
            await RunAsync(lrs, "compute-compliance");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!(await RunsAsync(lrs)).Any(run => run.GetProperty("outcome").GetString() == "succeeded"))
                await Task.Delay(50, patience.Token);
            var runs = await RunsAsync(lrs);
            Assert.Equal(["succeeded", "failed"], runs.Select(run => run.GetProperty("outcome").GetString()));
            Assert.Equal(cut, runs[1].GetProperty("id").GetGuid());
            Assert.StartsWith("Interrupted", runs[1].GetProperty("error").GetString(), StringComparison.Ordinal);
            // Its own: the mark of the killed process is gone.
            Assert.Single(Directory.GetFiles(Path.Combine(_directory.Path, "processes")));
        }
    }

    private static async Task RunAsync(LrsProcess lrs, string job)
    {
        using var answer = await lrs.Root.PostAsync($"/api/v1/jobs/{job}/runs?wait=true", null);
        var run = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("succeeded", run.GetProperty("outcome").GetString());
    }

    private static async Task<JsonElement[]> RunsAsync(LrsProcess lrs) =>
        [.. (await lrs.Root.GetFromJsonAsync<JsonElement[]>("/api/v1/jobs"))!
            .Single(job => job.GetProperty("name").GetString() == "recompute-compliance").GetProperty("runs").EnumerateArray()];

    /// <summary>The nightly run was going when the process was killed, and the next night came and went without one.</summary>
    private async Task<Guid> LeaveAsItIsAfterANightAsync()
    {
        using var store = new RelationalStore(Options.Create(new DataOptions { Directory = _directory.Path }), TimeProvider.System);
        var run = new JobRun { Id = Guid.CreateVersion7(), Job = "recompute-compliance", StartedAt = TimeProvider.System.GetUtcNow() };
        await new JobHistory(store).RecordAsync(run, default);
        const string night = "UPDATE qrtz_triggers SET next_fire_time = next_fire_time - @day WHERE trigger_name = 'recompute-compliance'";
        Assert.Equal(1, await store.WriteAsync(night, new { day = TimeSpan.FromDays(1).Ticks }, default));
        return run.Id;
    }
}
