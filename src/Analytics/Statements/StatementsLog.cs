using Microsoft.Extensions.Logging;

namespace Analytics.Statements;

/// <summary>Events 2200-2299: reading statements.</summary>
internal static partial class StatementsLog
{
    [LoggerMessage(2200, LogLevel.Warning, "The index of statements could not be written; it is tried again")]
    public static partial void IndexingAgain(this ILogger logger, Exception exception);
}
