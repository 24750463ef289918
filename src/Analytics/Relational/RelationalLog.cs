using Microsoft.Extensions.Logging;

namespace Analytics.Relational;

/// <summary>Events 2150-2169: the relational store.</summary>
internal static partial class RelationalLog
{
    [LoggerMessage(2150, LogLevel.Warning, "The relational store cannot be reached yet; trying again: {Reason}")]
    public static partial void WaitingForStore(this ILogger logger, string reason);
}
