using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs.Turns;

/// <summary>Before the clock starts, what a crash left behind is cleared; until the process stops, its turns are renewed; then they are given back.</summary>
internal sealed class TurnsKeeper(JobTurns turns, JobList jobs, TimeProvider clock, ILogger<TurnsKeeper> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var interrupted = await turns.BeginAsync(jobs.All.Select(job => job.Name), cancellationToken);
        if (interrupted > 0)
            logger.RunsWereInterrupted(interrupted);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await turns.ReturnAllAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(JobTurns.RenewedEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await turns.RenewAsync(stoppingToken);
    }
}
