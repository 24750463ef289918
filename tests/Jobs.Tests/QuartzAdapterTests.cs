using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using Testing;

namespace Jobs.Tests;

/// <summary>The clock over its store, which here is the SQLite of a process of its own.</summary>
public sealed class QuartzAdapterTests : IDisposable
{
    private static readonly Timetable EverySecond = Timetable.At("* * * * * ?", "");
    private static readonly Timetable Nightly = Timetable.At("0 0 1 * * ?", "");

    private readonly TemporaryStore _directory = new();
    private int _runs;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_time_of_day_stands_in_the_store_as_wib_and_is_kept_over_a_restart()
    {
        for (var start = 0; start < 2; start++)
        {
            using var host = await StartAsync(Job("nightly-job", Nightly));
            var next = (await Triggers(host)).Single().NextFireTimeUtc!.Value.UtcDateTime;
            Assert.Equal((18, 0, 0), (next.Hour, next.Minute, next.Second));
            await host.StopAsync();
        }

        Assert.Equal(0, _runs);
    }

    [Fact]
    public async Task A_changed_time_takes_effect_and_a_job_that_is_no_more_leaves_nothing_to_ring()
    {
        using (var old = await StartAsync(Job("moved-job", Nightly), Job("renamed-job", Nightly)))
            await old.StopAsync();
        using var host = await StartAsync(Job("moved-job", Timetable.At("0 30 2 * * ?", "")), Job("new-name-job", Nightly));
        var triggers = (await Triggers(host)).Cast<ICronTrigger>().ToDictionary(trigger => trigger.Key.Name, trigger => trigger.CronExpressionString);
        Assert.Equal(new Dictionary<string, string?> { ["moved-job"] = "0 30 2 * * ?", ["new-name-job"] = "0 0 1 * * ?" }, triggers);
        Assert.Equal(["moved-job", "new-name-job"], (await (await Scheduler(host)).GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Select(key => key.Name).Order());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_time_that_the_clock_had_given_up_rings_again_after_a_start()
    {
        var job = Job("given-up-job", Nightly);
        using (var before = await StartAsync(job))
            await before.StopAsync();
        await _directory.Store.WriteAsync("UPDATE qrtz_triggers SET trigger_state = 'ERROR'", null, default);
        using var host = await StartAsync(job);
        Assert.Equal(TriggerState.Normal, await (await Scheduler(host)).GetTriggerState(new TriggerKey("given-up-job")));
        await host.StopAsync();
    }

    [Fact]
    public async Task Nightly_runs_that_were_missed_while_nothing_ran_are_made_up_once()
    {
        var job = Job("nightly-job", Nightly);
        using (var before = await StartAsync(job))
            await before.StopAsync();
        var days = TimeSpan.FromDays(3).Ticks;
        Assert.Equal(1, await _directory.Store.WriteAsync("UPDATE qrtz_triggers SET next_fire_time = next_fire_time - @days", new { days }, default));
        using var host = await StartAsync(job);
        await Until(() => Task.FromResult(_runs == 1));
        await host.StopAsync();
        Assert.Equal(1, _runs);
        Assert.True((await _directory.Store.ReadOneAsync<long?>("SELECT next_fire_time FROM qrtz_triggers", null, default)) > TimeProvider.System.GetUtcNow().UtcTicks);
    }

    [Fact]
    public async Task Of_two_processes_on_one_store_one_makes_each_run()
    {
        var (atOnce, most) = (0, 0);
        var started = new List<DateTimeOffset>();
        var job = ClockHost.Job("shared-job", EverySecond, async (_, cancellationToken) =>
        {
            lock (started)
                started.Add(TimeProvider.System.GetUtcNow());
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            try
            {
                await Task.Delay(50, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref atOnce);
            }

        });
        var rings = new RingsOfASecond();
        using var one = await StartAsync(job);
        using var other = await StartAsync(job);
        var enough = rings.Enough();
        await Until(() => Task.FromResult(started.Count >= enough));
        await one.StopAsync();
        await other.StopAsync();
        Assert.Equal(1, most);
        rings.AssertEachServedOnce(started.Count);
    }

    [Fact]
    public async Task A_run_that_a_crash_cut_short_has_failed_and_is_made_again()
    {
        var started = new TaskCompletionSource();
        var hanging = ClockHost.Job("long-job", EverySecond, async (_, _) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        });
        // It hangs until the tests end: what a killed process can no longer do, it does not do either.
        var crashed = await StartAsync(hanging);
        await started.Task.WaitAsync(ClockHost.Patience);
        crashed.Crash(_directory);

        using var host = await StartAsync(Job("long-job", Nightly));
        await Until(async () => (await _directory.RunsAsync()).Any(run => run.Outcome == JobRun.Succeeded));
        await host.StopAsync();
        var runs = await _directory.RunsAsync();
        Assert.Equal([JobRun.Succeeded, JobRun.Failed], runs.Select(run => run.Outcome));
        Assert.StartsWith("Interrupted", runs[1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_interrupts_a_long_run_and_waits_until_it_is_recorded()
    {
        var started = new TaskCompletionSource();
        using var host = await StartAsync(ClockHost.Job("long-job", EverySecond, async (_, cancellationToken) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }));
        await started.Task.WaitAsync(ClockHost.Patience);
        await host.StopAsync();
        var run = Assert.Single(await _directory.RunsAsync());
        Assert.Equal((JobRun.Failed, "Stopped with the service."), (run.Outcome, run.Error));
    }

    private ScheduledJob Job(string name, Timetable timetable) =>
        ClockHost.Job(name, timetable, (_, _) => Task.FromResult(Interlocked.Increment(ref _runs)));

    private Task<IHost> StartAsync(params ScheduledJob[] jobs) => ClockHost.StartAsync(_directory, jobs);

    private static async Task<IScheduler> Scheduler(IHost host) => await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

    private static async Task<List<ITrigger>> Triggers(IHost host)
    {
        var scheduler = await Scheduler(host);
        return [.. await scheduler.GetTriggers([.. await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup())])];
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(ClockHost.Patience);
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }
}
