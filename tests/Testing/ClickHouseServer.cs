using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Analytics.ClickHouse;
using Analytics.ClickHouse.Engine;

namespace Testing;

/// <summary>
/// A ClickHouse that several processes share, as <c>LRS_CLICKHOUSE</c> names one: the engine of our program, which is the server's own
/// code, started by the test. Its port and password stay when it is killed and started again. It ends with the tests, however they end.
/// </summary>
public sealed class ClickHouseServer : IAsyncDisposable
{
    private const long MaxMemoryBytes = 1L << 30;
    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = ClickHouseClient.CreateHttp();
    private readonly string _directory;
    private readonly int _port = FreePort();
    private readonly string _password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly string _database;
    private Process? _process;

    private ClickHouseServer(string directory, string database) => (_directory, _database) = (directory, database);

    /// <summary>The value of <c>LRS_CLICKHOUSE</c>.</summary>
    public string Address => $"http://lrs:{_password}@127.0.0.1:{_port}/{_database}";

    public int? ProcessId => _process?.Id;

    /// <summary>Starts it over the data in a directory, which may be an earlier one's, and waits until it answers.</summary>
    /// <param name="database">The database in <see cref="Address"/>; the service makes it.</param>
    public static async Task<ClickHouseServer> StartAsync(string directory, string database = "lrs")
    {
        var server = new ClickHouseServer(directory, database);
        await server.StartAgainAsync();
        return server;
    }

    public ClickHouseClient NewClient() => NewClient(_database);

    public ClickHouseClient NewClient(string database)
    {
        var connection = ClickHouseConnection.Parse(Address) with { Database = database };
        return new ClickHouseClient(_http, () => connection);
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        var process = _process ?? throw new InvalidOperationException("It does not run.");
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>After <see cref="KillAsync"/>: the same server again.</summary>
    public async Task StartAgainAsync()
    {
        _process = EngineProgram.Start(EngineConfiguration.Write(_directory, MaxMemoryBytes, _port, _password).Arguments);
        using var patience = new CancellationTokenSource(StartWithin);
        var client = NewClient("default");
        while (true)
        {
            try
            {
                await client.ExecuteAsync("SELECT 1", cancellation: patience.Token);
                return;
            }
            catch (ClickHouseUnavailableException) when (!_process.HasExited)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _http.Dispose();
    }

    // Below the ports that the kernel gives to connections going out: it must still be free when the server is started again.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody's.
            }
        }
    }
}
