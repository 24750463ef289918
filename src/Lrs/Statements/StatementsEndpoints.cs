using Analytics.Streaming;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements.Rules;
using Microsoft.Extensions.Options;

namespace Lrs.Statements;

/// <summary>The Statements resource (xAPI Communication 2.1).</summary>
internal static class StatementsEndpoints
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddOptions<StatementsOptions>().BindConfiguration(StatementsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<StatementPublisher>().AddSingleton<StatementsGet>();
    }

    public static void MapStatements(this WebApplication app)
    {
        var statements = app.MapGroup("/xapi/statements");
        statements.MapPost("", PostAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapPut("", PutAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapMethods("", [HttpMethods.Get, HttpMethods.Head], StatementsGet.GetAsync).RequireAuthorization(AccessPolicies.ReadStatements);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, StatementPublisher publisher, IOptions<StatementsOptions> options, CancellationToken cancellation)
    {
        if (UnknownParameter(context.Request.Query, []) is { } unknown)
            return unknown;
        return await ReceiveAsync(context, publisher, options.Value, putId: null, cancellation);
    }

    private static async Task<IResult> PutAsync(
        HttpContext context, StatementPublisher publisher, IOptions<StatementsOptions> options, CancellationToken cancellation)
    {
        if (UnknownParameter(context.Request.Query, ["statementId"]) is { } unknown)
            return unknown;
        if (!Guid.TryParseExact(context.Request.Query["statementId"], "D", out var id))
            return XapiProblem.BadRequest("The parameter statementId is missing or no UUID.", "xAPI Communication 2.1.1");
        return await ReceiveAsync(context, publisher, options.Value, id, cancellation);
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, StatementPublisher publisher, StatementsOptions options, Guid? putId, CancellationToken cancellation)
    {
        if (!context.Request.HasJsonContentType())
            return XapiProblem.UnsupportedMediaType("Statements come as application/json.");
        using var body = await RequestBody.ReadAsync(context.Request, options.MaxBodyBytes, cancellation);
        if (body is null)
            return XapiProblem.TooLarge(options.MaxBodyBytes);

        var version = XapiVersionGate.Of(context);
        var parsed = StatementParser.Parse(body.Memory, version, new ParseLimits(options.MaxDepth, options.MaxStatements));
        if (!parsed.TryGetValue(out var batch, out var error))
            return XapiProblem.Of(error);
        if (putId is not null && (batch.IsArray || batch.Statements[0].Id is { } own && own != putId))
            return XapiProblem.BadRequest("PUT takes one statement, whose id, if it has one, is the parameter statementId.", "xAPI Communication 2.1.1");
        if (AttachmentRules.FindWithoutFileUrl(batch) is { } withoutData)
            return XapiProblem.Of(withoutData);

        var (result, ids) = await publisher.PublishAsync(batch, putId, context.Caller(), version, cancellation);
        return result.Outcome switch
        {
            PublishOutcome.Published => putId is null ? Results.Json(ids) : Results.NoContent(),
            PublishOutcome.Conflict => XapiProblem.Conflict(result.ConflictingId),
            _ => XapiProblem.Unavailable(context),
        };
    }

    internal static IResult? UnknownParameter(IQueryCollection query, ReadOnlySpan<string> known)
    {
        foreach (var name in query.Keys)
        {
            if (!known.Contains(name))
                return XapiProblem.BadRequest($"The parameter {name} is not known here; names are case-sensitive.", "xAPI Communication 3.2");
        }

        return null;
    }
}
