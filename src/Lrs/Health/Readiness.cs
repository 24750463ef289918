using Analytics;
using Microsoft.Extensions.Options;

namespace Lrs.Health;

/// <summary>Whether this process does the work of all its roles.</summary>
internal sealed class Readiness(GracefulStop stop, IEnumerable<IReadiness> parts)
{
    /// <summary>Why it does not; null while it does.</summary>
    public string? WaitsFor => stop.IsStopping
        ? "it stops"
        : parts.Select(part => part.WaitsFor).OfType<string>().ToList() is { Count: > 0 } waiting ? $"it waits for {string.Join("; ", waiting)}" : null;
}

/// <summary>Lets readiness and the disk of LRS_DATA be measured while the process runs.</summary>
internal sealed class ObservedProcess(Readiness readiness, IOptions<DataOptions> data) : IHostedService
{
    private IDisposable[] _observed = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _observed = [Telemetry.ObserveReadiness(() => readiness.WaitsFor is null), Telemetry.ObserveData(Path.GetFullPath(data.Value.Directory))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var observed in _observed)
            observed.Dispose();
        return Task.CompletedTask;
    }
}
