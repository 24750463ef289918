using Testing;

namespace EndToEnd.Tests.Chaos;

/// <summary>Something of an installation that can be killed at any moment and started again.</summary>
internal sealed class Member(string name, Func<Task> kill, Func<Task> start)
{
    public string Name => name;

    public int Kills { get; private set; }

    public async Task KillAsync()
    {
        Kills++;
        await kill();
    }

    public Task StartAgainAsync() => start();
}

/// <summary>A process of the program in some of its roles; after a kill it is another one, on another port.</summary>
internal sealed class RoleProcess(string name, string directory, string[] settings) : IAsyncDisposable
{
    private const int SaidAtMost = 20_000;

    private LrsProcess? _process;
    private string _saidBefore = "";
    private HttpClient? _client;

    /// <summary>Null while it is dead.</summary>
    public HttpClient? Client => Volatile.Read(ref _client);

    public string Name => name;

    /// <summary>The end of what it wrote, over its kills.</summary>
    public string Said
    {
        get
        {
            var said = _saidBefore + _process?.Output;
            return said[^Math.Min(said.Length, SaidAtMost)..];
        }
    }

    public async Task StartAsync()
    {
        _process = await LrsProcess.StartAsync(directory, settings);
        var client = _process.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret);
        client.Timeout = TimeSpan.FromSeconds(30);
        Volatile.Write(ref _client, client);
    }

    public async Task KillAsync()
    {
        // Not disposed: requests are under way on it, and are to fail as they would.
        Volatile.Write(ref _client, null);
        await _process!.KillAsync();
        _saidBefore = Said + "--- killed\n";
        await _process.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
