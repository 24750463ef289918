using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Testing;

namespace Jobs.Tests;

public sealed class QuartzAdapterTests : IDisposable
{
    private readonly TemporaryStore _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task The_clock_rings_and_a_slow_job_never_runs_twice_at_once()
    {
        var (atOnce, most, runs) = (0, 0, 0);
        var enough = new TaskCompletionSource();
        var job = new ScheduledJob("slow-job", "", Timetable.Every(TimeSpan.FromMilliseconds(20), ""), async (_, _, cancellationToken) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await Task.Delay(60, cancellationToken);
            Interlocked.Decrement(ref atOnce);
            if (Interlocked.Increment(ref runs) == 3)
                enough.SetResult();
        }, Quiet: true);

        using var host = Host(job);
        await host.StartAsync();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await host.StopAsync();
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_stop_interrupts_a_long_run_and_waits_until_it_is_recorded()
    {
        var started = new TaskCompletionSource();
        var job = new ScheduledJob("long-job", "", Timetable.Every(TimeSpan.FromMilliseconds(20), ""), async (_, _, cancellationToken) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }, Quiet: false);

        using var host = Host(job);
        await host.StartAsync();
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await host.StopAsync();
        var run = Assert.Single(await new JobHistory(_temporary.Store, TimeProvider.System).LatestAsync(10, default));
        Assert.Equal((JobRun.Failed, "Stopped with the service."), (run.Outcome, run.Error));
    }

    private IHost Host(ScheduledJob job)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => _temporary.Store);
        builder.Services.AddSingleton(new JobList([job]));
        builder.Services.AddSingleton<JobHistory>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        QuartzAdapter.Add(builder.Services, [job]);
        return builder.Build();
    }
}
