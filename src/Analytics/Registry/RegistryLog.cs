using Microsoft.Extensions.Logging;

namespace Analytics.Registry;

/// <summary>Events 2300-2399: the registry.</summary>
internal static partial class RegistryLog
{
    [LoggerMessage(2300, LogLevel.Information, "Imported {Table}: {Accepted} rows accepted, {Changed} of them new or different, {Rejected} rejected, in {Elapsed}")]
    public static partial void Imported(this ILogger logger, RegistryTable table, long accepted, long changed, long rejected, TimeSpan elapsed);
}
