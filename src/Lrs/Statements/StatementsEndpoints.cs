using System.Buffers;
using System.Text.Json;
using Analytics.ClickHouse;
using Analytics.Files;
using Analytics.Statements;
using Analytics.Streaming;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements.Attachments;
using Lrs.Statements.Rules;
using Microsoft.Extensions.Options;

namespace Lrs.Statements;

/// <summary>The Statements resource (xAPI Communication 2.1).</summary>
internal static class StatementsEndpoints
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddOptions<StatementsOptions>().BindConfiguration(StatementsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AttachmentsOptions>().BindConfiguration(AttachmentsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddContentFiles();
        return services.AddSingleton<StatementPublisher>().AddSingleton<StatementsReceiver>();
    }

    public static void MapStatements(this WebApplication app)
    {
        var statements = app.MapGroup("/xapi/statements");
        statements.MapPost("", PostAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapPut("", PutAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapMethods("", [HttpMethods.Get, HttpMethods.Head], GetAsync).RequireAuthorization(AccessPolicies.ReadStatements);
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

    private static async Task<IResult> GetAsync(
        HttpContext context, StatementPublisher publisher, Analytics.Statements.StatementReader reader, AttachmentFiles files, IOptions<StatementsOptions> options, CancellationToken cancellation)
    {
        var caller = context.Caller();
        var authority = caller.ReadsAllStatements ? null : publisher.AuthorityOf(caller);
        if (!StatementsQuery.TryParse(context.Request.Query, options.Value, out var query, out var problem))
            return XapiProblem.BadRequest(problem, "xAPI Communication 2.1.3");
        try
        {
            var attachments = query.WantsAttachments ? files : null;
            return query.Id is { } id
                ? await OneAsync(context, reader, attachments, id, query.IsVoided, authority, cancellation)
                : await PageAsync(context, reader, attachments, query.Filter! with { Authority = authority }, cancellation);
        }
        catch (ClickHouseUnavailableException)
        {
            return XapiProblem.Unavailable(context);
        }
    }

    private static async Task<IResult> OneAsync(
        HttpContext context, Analytics.Statements.StatementReader reader, AttachmentFiles? attachments, Guid id, bool voided, string? authority, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, authority, cancellation) is not { } found || found.IsVoided != voided)
            return XapiProblem.NotFound(voided ? "No voided statement has this id." : "No statement has this id.");
        var body = new ArrayBufferWriter<byte>(found.Statement.Raw.Length + 512);
        StatementWriter.WriteExact(body, found.Statement);
        return Answer(context, body, [found.Statement], attachments);
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, Analytics.Statements.StatementReader reader, AttachmentFiles? attachments, StatementFilter filter, CancellationToken cancellation)
    {
        var page = await reader.ListAsync(filter, cancellation);
        var body = new ArrayBufferWriter<byte>(64 * 1024);
        body.Write("{\"statements\":["u8);
        for (var i = 0; i < page.Statements.Count; i++)
        {
            if (i > 0)
                body.Write(","u8);
            StatementWriter.WriteExact(body, page.Statements[i]);
        }

        var more = page.Next is { } next ? $"{context.Request.PathBase}/xapi/statements?more={MoreLink.Encode(filter with { After = next })}{(attachments is null ? "" : "&attachments=true")}" : "";
        body.Write("],\"more\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(more));
        body.Write("}"u8);
        return Answer(context, body, page.Statements, attachments);
    }

    private static IResult Answer(HttpContext context, ArrayBufferWriter<byte> body, IReadOnlyList<StoredStatement> statements, AttachmentFiles? attachments)
    {
        // xAPI Communication 2.1.3; IEEE 9274.1.1 4.1.6.1: the latest stored of what is returned.
        if (statements.Count > 0)
            context.Response.GetTypedHeaders().LastModified = statements.Max(statement => statement.Stored);
        return attachments is null ? Results.Bytes(body.WrittenMemory, "application/json") : new MultipartAnswer(body.WrittenMemory, statements, attachments);
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
