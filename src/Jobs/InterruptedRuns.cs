using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs;

/// <summary>Before the clock starts: what was running when the process last ended is marked as failed.</summary>
internal sealed class InterruptedRuns(JobHistory history, ILogger<JobRunner> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var interrupted = await history.FailInterruptedAsync(cancellationToken);
        if (interrupted > 0)
            logger.RunsWereInterrupted(interrupted);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
