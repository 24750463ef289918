using System.Diagnostics;
using Analytics;
using Analytics.ClickHouse;
using Analytics.ClickHouse.Engine;
using Analytics.Relational;
using Analytics.Streaming;
using Microsoft.Extensions.Options;

namespace Lrs.SystemHealth;

/// <summary>How this process and its stores are, for people: what a balancer asks is in Health.</summary>
internal sealed class SystemReader(
    ClickHouseClient clickHouse, IStatementStream stream, IOptions<DataOptions> data, IOptions<EngineOptions> engine, TimeProvider clock)
{
    private static readonly string TablesOnDisk = EmbeddedSql.Load<SystemReader>(nameof(TablesOnDisk));
    private static readonly string EngineState = EmbeddedSql.Load<SystemReader>(nameof(EngineState));

    public async Task<SystemState> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (state, tables) = await ReadStoreAsync(cancellation);
        using var process = Process.GetCurrentProcess();
        return new SystemState(
            now,
            new StreamState(stream.IsReady, Math.Max(0, (now - stream.ConsistentThrough).TotalSeconds)),
            state is null ? null : new StoreState(state.Version, state.UptimeSeconds, state.MemoryBytes, engine.Value.MaxMemoryBytes, state.Queries, state.Merges),
            tables,
            new ProcessState(new DateTimeOffset(process.StartTime.ToUniversalTime(), TimeSpan.Zero), Environment.WorkingSet, Environment.ProcessorCount),
            Disk());
    }

    /// <summary>Null while the store is starting or away: then that is the news.</summary>
    private async Task<(EngineRow?, IReadOnlyList<TableOnDisk>)> ReadStoreAsync(CancellationToken cancellation)
    {
        try
        {
            return ((await clickHouse.QueryAsync<EngineRow>(EngineState, cancellation: cancellation)).Single(),
                await clickHouse.QueryAsync<TableOnDisk>(TablesOnDisk, cancellation: cancellation));
        }
        catch (ClickHouseUnavailableException)
        {
            return (null, []);
        }
    }

    private DiskState Disk()
    {
        var directory = Path.GetFullPath(data.Value.Directory);
        var drive = new DriveInfo(directory);
        var database = new FileInfo(Path.Combine(directory, RelationalStore.FileName));
        return new DiskState(drive.AvailableFreeSpace, drive.TotalSize, database.Exists ? database.Length : 0);
    }

    private sealed record EngineRow(string Version, long UptimeSeconds, long MemoryBytes, long Queries, long Merges);
}

/// <param name="Store">Null while it is starting or away.</param>
internal sealed record SystemState(
    DateTimeOffset At, StreamState Stream, StoreState? Store, IReadOnlyList<TableOnDisk> Tables, ProcessState Process, DiskState Disk);

/// <param name="IsReady">Whether statements can be accepted.</param>
/// <param name="LagSeconds">How old the oldest statement is that was accepted and cannot be read yet.</param>
internal sealed record StreamState(bool IsReady, double LagSeconds);

/// <param name="MaxMemoryBytes">What the embedded engine may take.</param>
internal sealed record StoreState(string Version, long UptimeSeconds, long MemoryBytes, long MaxMemoryBytes, long Queries, long Merges);

internal sealed record TableOnDisk(string Name, long Rows, long Bytes);

internal sealed record ProcessState(DateTimeOffset StartedAt, long MemoryBytes, int Processors);

/// <param name="FreeBytes">Where the data are.</param>
/// <param name="DatabaseBytes">Of the embedded relational store.</param>
internal sealed record DiskState(long FreeBytes, long TotalBytes, long DatabaseBytes);
