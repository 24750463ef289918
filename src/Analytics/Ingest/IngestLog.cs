using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest;

/// <summary>Events 2020-2049: from Kafka to ClickHouse.</summary>
internal static partial class IngestLog
{
    [LoggerMessage(2020, LogLevel.Debug, "Stored {Rows} statements of {Messages} messages in {Elapsed}")]
    public static partial void BatchStored(this ILogger logger, int rows, int messages, TimeSpan elapsed);

    [LoggerMessage(2021, LogLevel.Warning, "A batch of {Messages} messages could not be stored; trying again in {Pause}")]
    public static partial void TryingAgain(this ILogger logger, Exception exception, int messages, TimeSpan pause);

    [LoggerMessage(2022, LogLevel.Warning, "Set {Messages} messages aside; /api/v1/set-aside lists them")]
    public static partial void StatementsSetAside(this ILogger logger, int messages);

    [LoggerMessage(2023, LogLevel.Information, "Ingests the partitions {Partitions}")]
    public static partial void PartitionsAssigned(this ILogger logger, string partitions);

    [LoggerMessage(2024, LogLevel.Information, "Claimed the partitions {Partitions}")]
    public static partial void PartitionsClaimed(this ILogger logger, string partitions);

    [LoggerMessage(2025, LogLevel.Warning, "Another process claimed a partition of this one; an insert was refused and nothing of it stored")]
    public static partial void Fenced(this ILogger logger);

    [LoggerMessage(2026, LogLevel.Warning, "Cannot say how far the stream is stored")]
    public static partial void NoHeartbeat(this ILogger logger, Exception exception);

    [LoggerMessage(2027, LogLevel.Debug, "The consumer has trouble with Kafka: {Code}")]
    public static partial void ConsumerWarned(this ILogger logger, ErrorCode code);

    [LoggerMessage(2028, LogLevel.Warning, "The stored ids could not be read; trying again, and looking up every id meanwhile")]
    public static partial void ReadingIdsAgain(this ILogger logger, Exception exception);
}
