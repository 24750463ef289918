using Microsoft.Extensions.Logging;

namespace Analytics.ClickHouse;

/// <summary>Events 2100-2199: the engine and the schema.</summary>
internal static partial class ClickHouseLog
{
    [LoggerMessage(2100, LogLevel.Information, "The ClickHouse engine runs as process {ProcessId}, ready after {Elapsed}")]
    public static partial void EngineStarted(this ILogger logger, int processId, TimeSpan elapsed);

    [LoggerMessage(2101, LogLevel.Warning, "The ClickHouse engine ended with exit code {ExitCode}; it is started anew")]
    public static partial void EngineDied(this ILogger logger, int exitCode);

    [LoggerMessage(2102, LogLevel.Error, "The ClickHouse engine does not start; trying again")]
    public static partial void EngineFailed(this ILogger logger, Exception exception);

    [LoggerMessage(2103, LogLevel.Warning, "Another process has its ClickHouse engine in {Directory} (LRS_DATA); waiting until it ends")]
    public static partial void DirectoryIsTaken(this ILogger logger, string directory);

    [LoggerMessage(2112, LogLevel.Information, "ClickHouse {Connection} is a server of version {Version}")]
    public static partial void ServerReached(this ILogger logger, ClickHouseConnection connection, string version);

    [LoggerMessage(2110, LogLevel.Information, "Applied schema migration {Name}")]
    public static partial void MigrationApplied(this ILogger logger, string name);

    [LoggerMessage(2111, LogLevel.Warning, "The schema cannot be brought up to date yet; trying again")]
    public static partial void MigrationFailed(this ILogger logger, Exception exception);
}
