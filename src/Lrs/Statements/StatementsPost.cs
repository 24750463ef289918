using Analytics.Streaming;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements.Rules;

namespace Lrs.Statements;

/// <summary>Answers POST and PUT of the Statements resource: all statements of a request, or none (xAPI Communication 2.1.1, 2.1.2).</summary>
internal sealed class StatementsPost(StatementsReceiver receiver, VoidingRights rights, StatementPublisher publisher, ILogger<StatementsPost> logger)
{
    public static Task<IResult> PostAsync(HttpContext context, StatementsPost post, CancellationToken cancellation) =>
        StatementsEndpoints.UnknownParameter(context.Request.Query, []) is { } unknown
            ? Task.FromResult(unknown)
            : post.ReceiveAsync(context, putId: null, cancellation);

    public static async Task<IResult> PutAsync(HttpContext context, StatementsPost post, CancellationToken cancellation)
    {
        if (StatementsEndpoints.UnknownParameter(context.Request.Query, ["statementId"]) is { } unknown)
            return unknown;
        if (!UuidRules.TryParse(context.Request.Query["statementId"], out var id))
            return XapiProblem.BadRequest("The parameter statementId is missing or no UUID.", "xAPI Communication 2.1.1");
        return await post.ReceiveAsync(context, id, cancellation);
    }

    private async Task<IResult> ReceiveAsync(HttpContext context, Guid? putId, CancellationToken cancellation)
    {
        await using var request = receiver.NewRequest();
        if (await request.ReadAsync(context, cancellation) is { } problem)
            return problem;
        var batch = request.Batch;
        if (putId is not null && (batch.IsArray || batch.Statements[0].Id is { } own && own != putId))
            return XapiProblem.BadRequest("PUT takes one statement, whose id, if it has one, is the parameter statementId.", "xAPI Communication 2.1.1");

        return await StoreAnswers.AnswerAsync(context, logger, async () =>
            await rights.FindForbiddenAsync(batch, context.Caller(), cancellation) is { } others
                ? XapiProblem.MayNotVoid(others)
                : await PublishAsync(context, request, putId, cancellation));
    }

    private async Task<IResult> PublishAsync(HttpContext context, StatementsRequest request, Guid? putId, CancellationToken cancellation)
    {
        var (result, ids) = await publisher.PublishAsync(request, putId, context.Caller(), XapiVersionGate.Of(context), cancellation);
        return result.Outcome switch
        {
            PublishOutcome.Published => putId is null ? Results.Json(ids) : Results.NoContent(),
            PublishOutcome.Conflict => XapiProblem.Conflict(result.ConflictingId),
            _ => XapiProblem.Unavailable(context),
        };
    }
}
