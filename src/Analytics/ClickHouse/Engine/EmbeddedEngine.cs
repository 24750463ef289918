using System.Diagnostics;
using Analytics.Relational;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.ClickHouse.Engine;

/// <summary>
/// Keeps one ClickHouse engine running as a child process: starts it, waits until it answers, starts it anew when it dies, and stops it
/// in order. The child lives by a pipe on its standard input, so it never outlives us, not even after <c>kill -9</c>.
/// </summary>
public sealed class EmbeddedEngine(
    HttpClient http,
    IOptions<DataOptions> data,
    IOptions<EngineOptions> options,
    IOptions<ClickHouseServerOptions> server,
    ILogger<EmbeddedEngine> logger) : BackgroundService
{
    private static readonly TimeSpan TakeEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    private volatile ClickHouseConnection? _connection;
    private volatile Process? _child;

    /// <summary>The running engine's address.</summary>
    /// <exception cref="ClickHouseUnavailableException">It is starting, or starting anew.</exception>
    public ClickHouseConnection Connection =>
        _connection ?? throw new ClickHouseUnavailableException("The ClickHouse engine is starting.");

    /// <summary>The child's process id while it runs: for health, and for tests that kill it.</summary>
    public int? ProcessId => _child?.Id;

    /// <summary>Where a server stands in its place, no engine is started.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) =>
        server.Value.Connection is null ? base.StartAsync(cancellationToken) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var alone = await TakeDirectoryAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.EngineFailed(e);
            }

            if (!stoppingToken.IsCancellationRequested)
                await Task.Delay(TimeSpan.FromMilliseconds(200), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until no other process has its engine there. The system gives the lock back when a process ends, however it ends.</summary>
    private async Task<FileStream> TakeDirectoryAsync(CancellationToken stopping)
    {
        var directory = Path.GetFullPath(data.Value.Directory);
        PrivateDirectory.Create(directory);
        for (var said = false; ;)
        {
            try
            {
                return new FileStream(Path.Combine(directory, "engine.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                if (!said)
                    logger.DirectoryIsTaken(directory);
                said = true;
                await Task.Delay(TakeEvery, stopping);
            }
        }
    }

    private async Task RunOnceAsync(CancellationToken stopping)
    {
        var configuration = EngineConfiguration.Write(data.Value.Directory, options.Value.MaxMemoryBytes);
        using var child = EngineProgram.Start(configuration.Arguments);
        _child = child;
        try
        {
            var started = Stopwatch.GetTimestamp();
            await WaitUntilItAnswersAsync(configuration.Connection, child, stopping);
            _connection = configuration.Connection;
            logger.EngineStarted(child.Id, Stopwatch.GetElapsedTime(started));
            await child.WaitForExitAsync(stopping);
            logger.EngineDied(child.ExitCode);
        }
        finally
        {
            _connection = null;
            _child = null;
            await StopAsync(child);
        }
    }

    private async Task WaitUntilItAnswersAsync(ClickHouseConnection connection, Process child, CancellationToken stopping)
    {
        var server = new ClickHouseClient(http, () => connection with { Database = "default" });
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await server.ExecuteAsync($"CREATE DATABASE IF NOT EXISTS {connection.Database}", cancellation: stopping);
                return;
            }
            catch (ClickHouseUnavailableException) when (!child.HasExited && Stopwatch.GetElapsedTime(started) < options.Value.StartTimeout)
            {
                await Task.Delay(PollEvery, stopping);
            }
        }
    }

    // Closing its input makes the engine finish what runs and leave; one that hangs is killed.
    private static async Task StopAsync(Process child)
    {
        if (child.HasExited)
            return;
        child.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopWithin);
        await child.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!child.HasExited)
            child.Kill();
    }
}
