using Testing;

namespace ComplianceNation;

/// <summary>Watches the resident memory of the service's process and of the engine's, and the processor time both take.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private const double TicksPerSecond = 100;

    private readonly CancellationTokenSource _end = new();
    private readonly int _service;
    private readonly int _engine;
    private readonly double _secondsBefore;
    private readonly Task _watching;
    private long _peak;
    private long _peakOfService;

    public PeakMemory(LrsProcess service)
    {
        (_service, _engine) = (service.ProcessId, service.EngineProcessId()!.Value);
        _secondsBefore = ProcessorSeconds(_service) + ProcessorSeconds(_engine);
        _watching = WatchAsync();
    }

    public override string ToString() =>
        $"peak resident memory {_peak >> 20:N0} MB (service alone {_peakOfService >> 20:N0} MB), {ProcessorSeconds(_service) + ProcessorSeconds(_engine) - _secondsBefore:N0} s of processor";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var service = LrsProcess.ResidentBytes(_service);
            _peakOfService = Math.Max(_peakOfService, service);
            _peak = Math.Max(_peak, service + LrsProcess.ResidentBytes(_engine));
            await Task.Delay(100, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // proc(5): utime and stime are the 14th and 15th; the program's name, the 2nd, may hold spaces.
    private static double ProcessorSeconds(int process)
    {
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ');
        return (long.Parse(fields[12]) + long.Parse(fields[13])) / TicksPerSecond;
    }
}
