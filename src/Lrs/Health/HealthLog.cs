namespace Lrs.Health;

/// <summary>Events 1050-1059: start and stop.</summary>
internal static partial class HealthLog
{
    [LoggerMessage(1050, LogLevel.Information, "Told to stop: not ready from now on, and no more requests are taken after {GoOnFor}")]
    public static partial void StopAnnounced(this ILogger logger, TimeSpan goOnFor);
}
