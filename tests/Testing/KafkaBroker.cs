using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Testing;

/// <summary>
/// A real Kafka of the tests' own, of one node or several, by the script that <c>LRS_TEST_KAFKA</c> names (default <c>../shared/kafka/kafka</c>
/// from the repository). Where the script is missing, tests that need it are skipped; in CI that is a failure.
/// </summary>
public sealed class KafkaBroker : IDisposable
{
    private static readonly string Script = Environment.GetEnvironmentVariable("LRS_TEST_KAFKA") is { Length: > 0 } set
        ? set
        : Path.Combine(Repository(), "..", "shared", "kafka", "kafka");

    private readonly TestDirectory _directory = new();

    private KafkaBroker(string servers) => Servers = servers;

    public static bool IsThere => File.Exists(Script);

    /// <summary>What <c>LRS_LIBRDKAFKA</c> is set to in tests: the library beside the script, unless another is set.</summary>
    public static string Library => Environment.GetEnvironmentVariable("LRS_LIBRDKAFKA") is { Length: > 0 } set
        ? set
        : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Script)!, "native", "librdkafka.so"));

    /// <summary>The value of <c>LRS_KAFKA</c>.</summary>
    public string Servers { get; private set; }

    /// <summary>Skips where there is no Kafka, with what to do.</summary>
    public static void Require()
    {
        const string Reason = "There is no Kafka for tests: set LRS_TEST_KAFKA to a script that starts one, as CONTRIBUTING.md says.";
        if (!IsThere && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Reason);
        Skip.If(!IsThere, Reason);
    }

    public static async Task<KafkaBroker> StartAsync(int nodes = 1)
    {
        var broker = new KafkaBroker("");
        // A port chosen here may be anyone's by the time the broker binds it.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePorts(2 * nodes);
            var directory = Path.Combine(broker._directory.Path, attempt.ToString(CultureInfo.InvariantCulture));
            broker.Servers = string.Join(',', Enumerable.Range(0, nodes).Select(node => $"127.0.0.1:{port + (2 * node)}"));
            broker.Home = directory;
            var isUp = await TryRunAsync("start", directory, "--port", $"{port}", "--nodes", $"{nodes}", "--heap", nodes == 1 ? "384m" : "256m");
            for (var node = 1; !isUp && node <= nodes; node++)
            {
                if (!await broker.TryStartAgainAsync(node))
                    break;
                isUp = node == nodes;
            }

            if (isUp)
                return broker;
            await TryRunAsync("kill", directory);
            if (attempt == 3)
                throw new InvalidOperationException($"Kafka does not start; its log is under {directory}.");
        }
    }

    private string Home { get; set; } = "";

    /// <summary>The process of each node, as of now.</summary>
    public IReadOnlyList<int> ProcessIds() =>
        [.. Directory.EnumerateFiles(Home, "pid", SearchOption.AllDirectories).Select(file => int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture))];

    /// <summary><c>kill -9</c> of one node, counted from 1.</summary>
    public Task KillAsync(int node) => TryRunAsync("kill", Home, $"{node}");

    /// <summary>Starts a killed node on its data.</summary>
    public async Task StartAgainAsync(int node)
    {
        if (!await TryStartAgainAsync(node))
            throw new InvalidOperationException($"Node {node} of Kafka does not start again; its log is under {Home}.");
    }

    // The script waits for half a minute, which a busy machine may outlast; a node that still starts is waited for again.
    private async Task<bool> TryStartAgainAsync(int node)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (await TryRunAsync("up", Home, $"{node}"))
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        using var process = Start("kill", Home);
        process.WaitForExit();
        _directory.Dispose();
    }

    private static async Task<bool> TryRunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    // Without its output: the brokers that it starts would keep it open.
    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("bash", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", Script, .. arguments]))!;

    // Below those that the kernel gives to clients, two a node in a row.
    private static int FreePorts(int count)
    {
        while (true)
        {
            var first = Random.Shared.Next(20_000, 30_000);
            if (Enumerable.Range(first, count).All(IsFree))
                return first;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "LearningRecords.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? AppContext.BaseDirectory;
    }
}
