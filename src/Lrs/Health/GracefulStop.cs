using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace Lrs.Health;

/// <summary>
/// Ends the process in three steps when it gets SIGTERM: it says at <c>/health/ready</c> that it stops and goes on accepting until balancers
/// have noticed; then it takes no more requests and finishes those under way; then its parts stop, each after the others that use it. A
/// second SIGTERM, and Ctrl+C, leave out the first step.
/// </summary>
internal sealed class GracefulStop(IHostApplicationLifetime lifetime, IOptions<StoppingOptions> options, TimeProvider clock, ILogger<GracefulStop> logger)
    : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _announced;

    /// <summary>It was told to stop, and may still accept for a while.</summary>
    public bool IsStopping => Volatile.Read(ref _announced) > 0 || lifetime.ApplicationStopping.IsCancellationRequested;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        On(PosixSignal.SIGTERM, AnnounceAsync);
        On(PosixSignal.SIGINT, StopNowAsync);
        On(PosixSignal.SIGQUIT, StopNowAsync);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private void On(PosixSignal signal, Func<Task> act) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        // The default would be to end at once.
        context.Cancel = true;
        _ = act();
    }));

    private async Task AnnounceAsync()
    {
        if (Interlocked.Increment(ref _announced) == 1 && options.Value.GoOnFor > TimeSpan.Zero)
        {
            logger.StopAnnounced(options.Value.GoOnFor);
            await Task.Delay(options.Value.GoOnFor, clock, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lifetime.StopApplication();
    }

    private Task StopNowAsync()
    {
        Interlocked.Increment(ref _announced);
        lifetime.StopApplication();
        return Task.CompletedTask;
    }
}
