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

    [LoggerMessage(2007, LogLevel.Error, "LRS_CLICKHOUSE is where the stream of another LRS_DATA stores, that of {Process}, which has not ended in order. "
        + "One process stores into a ClickHouse database, or several over Kafka (LRS_KAFKA). This one waits: stop the other, or start it once more and then stop it, "
        + "since its journal may have what ClickHouse has not. If its directory is lost, run in ClickHouse: ALTER TABLE ingest_owners DELETE WHERE partition = {Partition}")]
    public static partial void ServerIsAnothers(this ILogger logger, string process, int partition);

    [LoggerMessage(2008, LogLevel.Error, "Another process stores into this process's ClickHouse database now, so this one accepts nothing more; what it acknowledged is in its journal "
        + "and is stored when it is started anew. Stop one of the two")]
    public static partial void ServerWasTaken(this ILogger logger);

    [LoggerMessage(2005, LogLevel.Warning, "The journal file {File} ends in the middle of a group, which was not acknowledged")]
    public static partial void JournalEndsBroken(this ILogger logger, string file);
}
