using System.Buffers;
using System.Text.Json;
using Analytics.ClickHouse;
using Analytics.Statements;
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
        return services.AddSingleton<StatementPublisher>();
    }

    public static void MapStatements(this WebApplication app)
    {
        var statements = app.MapGroup("/xapi/statements");
        statements.MapPost("", PostAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapPut("", PutAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapMethods("", [HttpMethods.Get, HttpMethods.Head], GetAsync).RequireAuthorization(AccessPolicies.ReadStatements);
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

    private static async Task<IResult> GetAsync(
        HttpContext context, StatementPublisher publisher, Analytics.Statements.StatementReader reader, IOptions<StatementsOptions> options, CancellationToken cancellation)
    {
        var caller = context.Caller();
        var authority = caller.ReadsAllStatements ? null : publisher.AuthorityOf(caller);
        if (!StatementsQuery.TryParse(context.Request.Query, options.Value, out var query, out var problem))
            return XapiProblem.BadRequest(problem, "xAPI Communication 2.1.3");
        try
        {
            return query.Id is { } id
                ? await OneAsync(context, reader, id, query.IsVoided, authority, cancellation)
                : await PageAsync(context, reader, query.Filter! with { Authority = authority }, cancellation);
        }
        catch (ClickHouseUnavailableException)
        {
            return XapiProblem.Unavailable(context);
        }
    }

    private static async Task<IResult> OneAsync(
        HttpContext context, Analytics.Statements.StatementReader reader, Guid id, bool voided, string? authority, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, authority, cancellation) is not { } found || found.IsVoided != voided)
            return XapiProblem.NotFound(voided ? "No voided statement has this id." : "No statement has this id.");
        var body = new ArrayBufferWriter<byte>(found.Statement.Raw.Length + 512);
        StatementWriter.WriteExact(body, found.Statement);
        return Json(context, body, found.Statement.Stored);
    }

    private static async Task<IResult> PageAsync(HttpContext context, Analytics.Statements.StatementReader reader, StatementFilter filter, CancellationToken cancellation)
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

        var more = page.Next is { } next ? $"{context.Request.PathBase}/xapi/statements?more={MoreLink.Encode(filter with { After = next })}" : "";
        body.Write("],\"more\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(more));
        body.Write("}"u8);
        return Json(context, body, page.Statements.Count == 0 ? null : page.Statements.Max(statement => statement.Stored));
    }

    private static IResult Json(HttpContext context, ArrayBufferWriter<byte> body, DateTimeOffset? lastStored)
    {
        // xAPI Communication 2.1.3; IEEE 9274.1.1 4.1.6.1: the latest stored of what is returned.
        if (lastStored is { } stored)
            context.Response.GetTypedHeaders().LastModified = stored;
        return Results.Bytes(body.WrittenMemory, "application/json");
    }

    internal static IResult? UnknownParameter(IQueryCollection query, ReadOnlySpan<string> known)
    {
        foreach (var name in query.Keys)
        {
            if (!known.Contains(name))
                return XapiProblem.BadRequest($"The parameter {name} is not known here; names are case-sensitive.", "xAPI Communication 3.2", "unknown_parameter");
        }

        return null;
    }
}
