namespace Lrs.Pages;

internal static partial class PagesLog
{
    [LoggerMessage(1300, LogLevel.Warning, "The pages are not built, so only the APIs answer: build src/Lrs, or publish it with its pages directory")]
    public static partial void PagesMissing(this ILogger logger);
}
