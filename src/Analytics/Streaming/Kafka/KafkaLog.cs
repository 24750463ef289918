using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Analytics.Streaming.Kafka;

/// <summary>Events 2010-2019: from accepted to Kafka.</summary>
internal static partial class KafkaLog
{
    [LoggerMessage(2010, LogLevel.Warning, "Kafka is away; requests are answered 503")]
    public static partial void KafkaIsAway(this ILogger logger);

    [LoggerMessage(2011, LogLevel.Information, "Kafka is back")]
    public static partial void KafkaIsBack(this ILogger logger);

    [LoggerMessage(2012, LogLevel.Debug, "A statement was not acknowledged by Kafka: {Code}")]
    public static partial void NotPublished(this ILogger logger, ErrorCode code);

    [LoggerMessage(2013, LogLevel.Warning, "The topics cannot be made or checked yet: {Code}; trying again")]
    public static partial void NoTopicsYet(this ILogger logger, ErrorCode code);

    [LoggerMessage(2014, LogLevel.Critical, "{Sentence}")]
    public static partial void WrongTopics(this ILogger logger, string sentence);

    [LoggerMessage(2015, LogLevel.Debug, "Cannot see how far the stream is stored")]
    public static partial void NotCaughtUp(this ILogger logger, Exception exception);

    [LoggerMessage(2016, LogLevel.Debug, "{Statements} statements were published without looking for conflicts, since ClickHouse is away")]
    public static partial void NotCompared(this ILogger logger, int statements);
}
