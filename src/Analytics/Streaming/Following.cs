using Analytics.ClickHouse;

namespace Analytics.Streaming;

/// <summary>
/// Runs one pass over what is new at a time, on demand: whoever asks while one runs waits for the next, which they share, since the one that
/// runs may have begun before their statements were stored.
/// </summary>
internal sealed class Following(Func<Task> pass) : IDisposable
{
    /// <summary>How long a GET waits where a large store is followed from its beginning.</summary>
    private static readonly TimeSpan MostWaiting = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private long _begun;
    private long _lastGood;

    /// <exception cref="ClickHouseUnavailableException">The store is away, or far ahead.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        var begunBefore = Interlocked.Read(ref _begun);
        if (!await _turn.WaitAsync(MostWaiting, cancellation))
            throw new ClickHouseUnavailableException("What was stored is still being indexed.");
        try
        {
            if (_lastGood <= begunBefore)
                await RunAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A pass, and then <paramref name="work"/> before the next pass.</summary>
    public async Task CatchUpAsync(Func<Task> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await RunAsync();
            await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RunAsync()
    {
        var number = Interlocked.Increment(ref _begun);
        await pass();
        _lastGood = number;
    }
}
