namespace Testing;

/// <summary>One service for all tests of a collection: tests keep apart by their own ids, people and providers.</summary>
public sealed class LrsFixture : IAsyncLifetime
{
    private readonly TestDirectory _directory = new();
    private LrsProcess? _lrs;

    public LrsProcess Lrs => _lrs ?? throw new InvalidOperationException("The fixture has not started.");

    public async Task InitializeAsync() => _lrs = await LrsProcess.StartAsync(_directory.Path);

    public async Task DisposeAsync()
    {
        if (_lrs is not null)
            await _lrs.DisposeAsync();
        _directory.Dispose();
    }
}
