namespace Testing;

/// <summary>One Kafka for the tests of a collection, started by the first that needs it; tests keep apart by the prefix of their topics.</summary>
public sealed class KafkaFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1);
    private KafkaBroker? _broker;

    /// <summary>Skips where there is none.</summary>
    public async Task<KafkaBroker> BrokerAsync()
    {
        KafkaBroker.Require();
        await _starting.WaitAsync();
        try
        {
            return _broker ??= await KafkaBroker.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _broker?.Dispose();
        _starting.Dispose();
        return Task.CompletedTask;
    }
}
