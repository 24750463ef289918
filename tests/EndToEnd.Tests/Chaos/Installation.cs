using Analytics.ClickHouse;
using Testing;

namespace EndToEnd.Tests.Chaos;

/// <summary>The large installation as plain processes: three Kafka nodes, ClickHouse, PostgreSQL, web and ingest twice each, jobs.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TestDirectory _directory = new();
    private readonly List<RoleProcess> _processes = [];
    private readonly PostgresFixture _postgres = new();
    private KafkaBroker? _kafka;
    private ClickHouseServer? _clickHouse;

    public List<RoleProcess> Web { get; } = [];

    /// <summary>All that can be killed; the stores come first, since the processes wait for them.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>The last that each process wrote, also before it was killed.</summary>
    public string Said => string.Join('\n', _processes.Select(process => $"--- {process.Name}\n{process.Said}"));

    public ClickHouseClient Database => _clickHouse!.NewClient();

    public static async Task<Installation> StartAsync()
    {
        var installation = new Installation();
        try
        {
            await installation.StartStoresAsync();
            await installation.StartProcessesAsync();
            return installation;
        }
        catch
        {
            // Not swallowed: what was started ends with the test.
            await installation.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        if (_clickHouse is not null)
            await _clickHouse.DisposeAsync();
        _kafka?.Dispose();
        _postgres.Dispose();
        _directory.Dispose();
    }

    private async Task StartStoresAsync()
    {
        _postgres.Require();
        _kafka = await KafkaBroker.StartAsync(nodes: 3);
        for (var node = 1; node <= 3; node++)
        {
            var number = node;
            Members.Add(new Member($"kafka-{number}", () => _kafka.KillAsync(number), () => _kafka.StartAgainAsync(number)));
        }

        _clickHouse = await ClickHouseServer.StartAsync(Path.Combine(_directory.Path, "clickhouse"));
        Members.Add(new Member("clickhouse", _clickHouse.KillAsync, _clickHouse.StartAgainAsync));
        Members.Add(new Member("postgresql", () => Task.Run(_postgres.Kill), () => Task.Run(_postgres.StartAgain)));
    }

    private async Task StartProcessesAsync()
    {
        var database = _postgres.CreateDatabase();
        string[] settings =
        [
            $"--LRS_KAFKA={_kafka!.Servers}", $"--LRS_LIBRDKAFKA={KafkaBroker.Library}", $"--LRS_CLICKHOUSE={_clickHouse!.Address}", $"--LRS_DATABASE={database}", "--Kafka:Partitions=6",
        ];
        foreach (var (role, copies) in new[] { ("web", 2), ("ingest", 2), ("jobs", 1) })
        {
            for (var copy = 1; copy <= copies; copy++)
            {
                var process = new RoleProcess($"{role}-{copy}", Path.Combine(_directory.Path, $"{role}-{copy}"), [.. settings, $"--roles={role}"]);
                _processes.Add(process);
                if (role == "web")
                    Web.Add(process);
                Members.Add(new Member(process.Name, process.KillAsync, process.StartAsync));
            }
        }

        // The first makes the tables.
        await _processes[0].StartAsync();
        await Task.WhenAll(_processes.Skip(1).Select(process => process.StartAsync()));
    }
}
