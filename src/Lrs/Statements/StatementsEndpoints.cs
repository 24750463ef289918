using Analytics.Files;
using Analytics.Streaming;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements.Attachments;
using Lrs.Statements.Rules;

namespace Lrs.Statements;

/// <summary>The Statements resource (xAPI Communication 2.1).</summary>
internal static class StatementsEndpoints
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddOptions<StatementsOptions>().BindConfiguration(StatementsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AttachmentsOptions>().BindConfiguration(AttachmentsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddContentFiles();
        return services.AddSingleton<StatementPublisher>().AddSingleton<StatementsReceiver>().AddSingleton<StatementsGet>();
    }

    public static void MapStatements(this WebApplication app)
    {
        var statements = app.MapGroup("/xapi/statements");
        statements.MapPost("", PostAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapPut("", PutAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapMethods("", [HttpMethods.Get, HttpMethods.Head], StatementsGet.GetAsync).RequireAuthorization(AccessPolicies.ReadStatements);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, StatementsReceiver receiver, StatementPublisher publisher, CancellationToken cancellation)
    {
        if (UnknownParameter(context.Request.Query, []) is { } unknown)
            return unknown;
        return await ReceiveAsync(context, receiver, publisher, putId: null, cancellation);
    }

    private static async Task<IResult> PutAsync(
        HttpContext context, StatementsReceiver receiver, StatementPublisher publisher, CancellationToken cancellation)
    {
        if (UnknownParameter(context.Request.Query, ["statementId"]) is { } unknown)
            return unknown;
        if (!UuidRules.TryParse(context.Request.Query["statementId"], out var id))
            return XapiProblem.BadRequest("The parameter statementId is missing or no UUID.", "xAPI Communication 2.1.1");
        return await ReceiveAsync(context, receiver, publisher, id, cancellation);
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, StatementsReceiver receiver, StatementPublisher publisher, Guid? putId, CancellationToken cancellation)
    {
        await using var request = receiver.NewRequest();
        if (await request.ReadAsync(context, cancellation) is { } problem)
            return problem;
        var batch = request.Batch;
        if (putId is not null && (batch.IsArray || batch.Statements[0].Id is { } own && own != putId))
            return XapiProblem.BadRequest("PUT takes one statement, whose id, if it has one, is the parameter statementId.", "xAPI Communication 2.1.1");

        var (result, ids) = await publisher.PublishAsync(request, putId, context.Caller(), XapiVersionGate.Of(context), cancellation);
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
