using Analytics.ClickHouse;
using Confluent.Kafka;
using Microsoft.Net.Http.Headers;

namespace Lrs.Api;

/// <summary>While ClickHouse, or Kafka, starts, restarts or is out of reach, the JSON API says so and when to come again.</summary>
internal static class StoreAway
{
    private const string RetryAfterSeconds = "2";

    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        try
        {
            return await next(invocation);
        }
        catch (Exception e) when (e is ClickHouseUnavailableException or KafkaException)
        {
            invocation.HttpContext.Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
            return TypedResults.Problem(
                "The store cannot be reached now. Send the same request again.",
                statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not available");
        }
    }
}
