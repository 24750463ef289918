using Analytics.ClickHouse;

namespace Lrs.Http;

/// <summary>What an xAPI resource answers while ClickHouse starts, restarts, or cannot run the query: 503, never 500.</summary>
internal static partial class StoreAnswers
{
    public static async Task<IResult> AnswerAsync(HttpContext context, ILogger logger, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (ClickHouseUnavailableException)
        {
            return XapiProblem.Unavailable(context);
        }
        catch (ClickHouseException e)
        {
            logger.QueryFailed(e.Code);
            return XapiProblem.Overloaded(context);
        }
    }

    // Not the message: ClickHouse quotes the query in it.
    [LoggerMessage(1010, LogLevel.Error, "ClickHouse refused a query of an xAPI resource with its error {Code}; the request was answered 503")]
    private static partial void QueryFailed(this ILogger logger, int code);
}
