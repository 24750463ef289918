using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lrs.Statements;

namespace Lrs.Http;

/// <summary>Why a request was refused, as RFC 9457's problem+json; for a statement with its index, the path in it and the rule.</summary>
internal sealed record XapiProblem(int Status, string Title, string Detail)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Index { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    // xAPI Communication 3.2: where there is too much of a thing nothing is wrong with it, and 400 must not stand in.
    public static IResult Of(StatementError error) =>
        new XapiProblem(error is TooManyStatements or TooDeep ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, "Refused", error.Message)
        {
            Code = error.Code,
            Index = error.Index,
            Path = error.Path.Length == 0 ? null : error.Path,
            Rule = error.Rule,
        }.ToResult();

    public static IResult BadRequest(string detail, string? rule = null, string? code = null) =>
        new XapiProblem(StatusCodes.Status400BadRequest, "Refused", detail) { Rule = rule, Code = code }.ToResult();

    public static IResult NotFound(string detail) => new XapiProblem(StatusCodes.Status404NotFound, "Not found", detail).ToResult();

    public static IResult Conflict(Guid id) =>
        new XapiProblem(StatusCodes.Status409Conflict, "Conflict", $"Another statement with the id {id} is stored already; a stored statement never changes.")
        {
            Code = "conflict",
            Rule = "xAPI Data 2.3.1",
        }.ToResult();

    public static IResult Conflict(string detail, string rule) =>
        new XapiProblem(StatusCodes.Status409Conflict, "Conflict", detail) { Rule = rule }.ToResult();

    public static IResult MayNotVoid(Guid id) =>
        new XapiProblem(StatusCodes.Status403Forbidden, "Forbidden", $"The statement {id} is another platform's; who posted it may void it, or a credential with the scope all.")
        {
            Code = "may_not_void",
            Rule = Spec.Voiding,
        }.ToResult();

    public static IResult PreconditionFailed(string detail, string rule) =>
        new XapiProblem(StatusCodes.Status412PreconditionFailed, "Precondition failed", detail) { Rule = rule }.ToResult();

    public static IResult TooLarge(long limit) => TooLarge($"The body is larger than {limit} bytes; send fewer statements at once.");

    public static IResult TooLarge(string detail) => new XapiProblem(StatusCodes.Status413PayloadTooLarge, "Too large", detail).ToResult();

    /// <summary>Nothing was promised; the client may repeat the request after a moment without harm.</summary>
    public static IResult Unavailable(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "2";
        return new XapiProblem(StatusCodes.Status503ServiceUnavailable, "Unavailable", "The store is away for a moment; send the same request again.").ToResult();
    }

    /// <summary>ClickHouse refused or broke off the query: too much memory at once, too long. Nothing is wrong with the request.</summary>
    public static IResult Overloaded(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "2";
        return new XapiProblem(
            StatusCodes.Status503ServiceUnavailable, "Unavailable",
            "The store could not answer this now. Send the same request again after a moment, or ask for less: a smaller limit, a shorter span.").ToResult();
    }

    private ProblemAnswer ToResult() => new(this);

    /// <summary>With its Content-Length, which a HEAD request is answered too.</summary>
    private sealed class ProblemAnswer(XapiProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            // For whoever counts refusals.
            context.Features.Set(problem);
            context.Response.StatusCode = problem.Status;
            if (ReadableProblems.TypeFor(context.Request) is { } type)
                return ReadableProblems.WriteAsync(context, type, problem.Title, problem.Detail);
            var body = JsonSerializer.SerializeToUtf8Bytes(problem, XapiProblemJson.Readable.XapiProblem);
            context.Response.ContentType = "application/problem+json";
            context.Response.ContentLength = body.Length;
            return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body).AsTask();
        }
    }
}

[JsonSerializable(typeof(XapiProblem))]
internal sealed partial class XapiProblemJson : JsonSerializerContext
{
    /// <summary>With quotes, + and letters of any language as they are: people read it in logs and terminals, and no browser takes it for a page.</summary>
    public static XapiProblemJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });
}
