using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Testing;

/// <summary>The real program as its own process, on a free port of loopback: what tests speak HTTP with, and kill.</summary>
public sealed partial class LrsProcess : IAsyncDisposable
{
    public const string RootKey = "root";
    public const string RootSecret = "root-secret-of-tests";

    private readonly Process _process;
    private readonly StringBuilder _output;

    private Uri? _address;
    private HttpClient? _root;

    private LrsProcess(Process process, StringBuilder output, string dataDirectory) =>
        (_process, _output, DataDirectory) = (process, output, dataDirectory);

    /// <summary>Where the process listens, as it said itself: a port chosen before its start could be anyone's by then.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("The service has not said yet where it listens.");

    public string DataDirectory { get; }

    public int ProcessId => _process.Id;

    /// <summary>A client with the root credential, speaking xAPI 2.0.0.</summary>
    public HttpClient Root => _root ??= NewClient(RootKey, RootSecret);

    /// <summary>What the process wrote: for a failing test, and to look for what must not be logged.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts the program and waits until it accepts statements. The data directory may be one of an earlier, killed process.</summary>
    public static async Task<LrsProcess> StartAsync(string dataDirectory, params string[] arguments)
    {
        var lrs = Start(dataDirectory, await TestStream.SettingsAsync(dataDirectory), arguments);
        await lrs.WaitUntilReadyAsync();
        return lrs;
    }

    /// <summary>Runs a verb that ends by itself, and gives its exit code.</summary>
    public static async Task<int> RunAsync(string dataDirectory, params string[] arguments)
    {
        await using var lrs = Start(dataDirectory, await TestStream.SettingsAsync(dataDirectory), arguments);
        return await lrs.ExitedAsync();
    }

    private static LrsProcess Start(string dataDirectory, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Lrs.dll")).Prepend("exec"))
            start.ArgumentList.Add(argument);
        start.Environment["LRS_DATA"] = dataDirectory;
        start.Environment["LRS_URLS"] = "http://127.0.0.1:0";
        start.Environment["LRS_ROOT_KEY"] = RootKey;
        start.Environment["LRS_ROOT_SECRET"] = RootSecret;
        foreach (var (name, value) in settings)
            start.Environment.TryAdd(name, value);

        var output = new StringBuilder();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new LrsProcess(process, output, dataDirectory);
    }

    public HttpClient NewClient(string key, string secret, string version = "2.0.0") => NewClient(Address, key, secret, version);

    public static HttpClient NewClient(Uri address, string key, string secret, string version = "2.0.0")
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));
        http.DefaultRequestHeaders.Add("X-Experience-API-Version", version);
        return http;
    }

    /// <summary>The ClickHouse engine that the process started.</summary>
    public int? EngineProcessId() =>
        Directory.EnumerateDirectories($"/proc/{_process.Id}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => (int?)int.Parse(id, CultureInfo.InvariantCulture))
            .FirstOrDefault();

    public async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2))
        {
            if (_process.HasExited)
            {
                // Until its last words are read.
                await _process.WaitForExitAsync();
                throw new InvalidOperationException($"The service ended with {_process.ExitCode}:\n{Output}");
            }

            try
            {
                _address ??= Listening().Match(Output) is { Success: true } said ? new Uri(said.Groups[1].Value) : null;
                if (_address is null)
                {
                    await Task.Delay(20);
                    continue;
                }

                using var response = await http.GetAsync(new Uri(Address, "/health/ready"));
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The service was not ready within two minutes:\n{Output}");
    }

    /// <summary><c>kill -9</c>: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        Signal(_process.Id, "-KILL");
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended by itself, or by a signal, and gives its exit code.</summary>
    public async Task<int> ExitedAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public static void Signal(int processId, string signal)
    {
        using var kill = Process.Start("kill", [signal, processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static long ResidentBytes(int processId) =>
        File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024
            : 0;

    public async ValueTask DisposeAsync()
    {
        _root?.Dispose();
        if (!_process.HasExited)
        {
            Signal(_process.Id, "-TERM");
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
