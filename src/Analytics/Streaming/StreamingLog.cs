using Microsoft.Extensions.Logging;

namespace Analytics.Streaming;

/// <summary>Events 2000-2099: from accepted to stored.</summary>
internal static partial class StreamingLog
{
    [LoggerMessage(2000, LogLevel.Debug, "Stored a group of {Rows} statements of {Requests} requests in {Elapsed}")]
    public static partial void GroupStored(this ILogger logger, int rows, int requests, TimeSpan elapsed);

    [LoggerMessage(2001, LogLevel.Warning, "ClickHouse is away; trying again to store {Rows} statements")]
    public static partial void TryingAgain(this ILogger logger, Exception exception, int rows);
}
