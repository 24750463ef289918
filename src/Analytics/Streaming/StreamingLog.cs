using Microsoft.Extensions.Logging;

namespace Analytics.Streaming;

/// <summary>Events 2000-2099: from accepted to stored.</summary>
internal static partial class StreamingLog
{
    [LoggerMessage(2000, LogLevel.Debug, "Stored a block of {Rows} statements in {Elapsed}")]
    public static partial void BlockStored(this ILogger logger, int rows, TimeSpan elapsed);

    [LoggerMessage(2001, LogLevel.Warning, "ClickHouse is away; trying again to store {Rows} statements")]
    public static partial void TryingAgain(this ILogger logger, Exception exception, int rows);

    [LoggerMessage(2002, LogLevel.Debug, "Wrote a group of {Rows} statements into the journal in {Elapsed}")]
    public static partial void GroupJournaled(this ILogger logger, int rows, TimeSpan elapsed);

    [LoggerMessage(2003, LogLevel.Error, "A group of {Requests} requests could not be accepted; they are told to try again")]
    public static partial void NotAccepted(this ILogger logger, Exception exception, int requests);

    [LoggerMessage(2004, LogLevel.Information, "The journal has {Rows} statements that ClickHouse has not yet")]
    public static partial void JournalHadMore(this ILogger logger, int rows);

    [LoggerMessage(2006, LogLevel.Warning, "Another process has the journal {Directory}; waiting until it ends. Several processes take statements in over Kafka only")]
    public static partial void JournalIsTaken(this ILogger logger, string directory);

    [LoggerMessage(2005, LogLevel.Warning, "The journal file {File} ends in the middle of a group, which was not acknowledged")]
    public static partial void JournalEndsBroken(this ILogger logger, string file);
}
