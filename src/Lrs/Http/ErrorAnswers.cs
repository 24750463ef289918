using Analytics.Relational;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Lrs.Http;

/// <summary>
/// What is answered where the code that should have answered threw, or gave a status and nothing else: problem+json, like every other
/// refusal, or what <see cref="ReadableProblems"/> makes of it.
/// </summary>
internal static class ErrorAnswers
{
    private const string RetryAfterSeconds = "2";

    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // Of these the client is the cause: a body that breaks HTTP's framing, that is too large or not what it says, or comes too slowly.
            StatusCodeSelector = static e => e switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                RelationalStoreAwayException or NoRoomForBodyException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
            SuppressDiagnosticsCallback = static context => context.Exception is BadHttpRequestException or NoRoomForBodyException,
            ExceptionHandler = static context => AfterException(context).ExecuteAsync(context),
        });
        app.UseStatusCodePages(static pages => WithoutBody(pages.HttpContext).ExecuteAsync(pages.HttpContext));
    }

    private static ProblemHttpResult AfterException(HttpContext context)
    {
        // RFC 9110 15.5.16: what would have been read.
        if (context.Response.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            context.Response.Headers[HeaderNames.AcceptEncoding] = RequestBody.AcceptedEncodings;
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var detail = error switch
        {
            BadHttpRequestException or NoRoomForBodyException => error.Message,
            RelationalStoreAwayException => "A store cannot be reached now. Send the same request again.",
            _ => "An error of the service, not of the request; it is in the service's log.",
        };
        return TypedResults.Problem(detail, statusCode: context.Response.StatusCode);
    }

    private static ProblemHttpResult WithoutBody(HttpContext context) => TypedResults.Problem(
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => $"The method {context.Request.Method} is not one of {context.Response.Headers.Allow}.",
            StatusCodes.Status412PreconditionFailed => "What is here is not what a precondition of the request (If-Match, If-Unmodified-Since) asks for; get it without.",
            _ => null,
        },
        statusCode: context.Response.StatusCode);
}
