using System.Buffers;
using System.Text.Json;
using Analytics.Activities;
using Analytics.Files;
using Analytics.Statements;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements.Attachments;
using Microsoft.Extensions.Options;

namespace Lrs.Statements;

/// <summary>Answers GET and HEAD of the Statements resource: one statement, or a page of them (xAPI Communication 2.1.3, 2.1.4).</summary>
internal sealed class StatementsGet(
    StatementPublisher publisher, Analytics.Statements.StatementReader reader, ActivityDefinitions definitions, AttachmentFiles files, IOptions<StatementsOptions> options, ILogger<StatementsGet> logger)
{
    public static Task<IResult> GetAsync(HttpContext context, StatementsGet get, CancellationToken cancellation) => get.AnswerAsync(context, cancellation);

    private async Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!StatementsQuery.TryParse(context.Request.Query, options.Value, out var query, out var problem))
            return XapiProblem.BadRequest(problem, "xAPI Communication 2.1.3");
        var authority = publisher.ReadableAuthorityOf(context.Caller());
        return await StoreAnswers.AnswerAsync(context, logger, () => query.Id is { } id
            ? OneAsync(context, query, id, authority, cancellation)
            : PageAsync(context, query, query.Filter! with { Authority = authority }, cancellation));
    }

    private async Task<IResult> OneAsync(HttpContext context, StatementsQuery query, Guid id, string? authority, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, authority, cancellation) is not { } found || found.IsVoided != query.IsVoided)
            return XapiProblem.NotFound(query.IsVoided ? "No voided statement has this id." : "No statement has this id.");
        var writer = await WriterAsync(context, query.Format, [found.Statement], cancellation);
        var body = new ArrayBufferWriter<byte>(found.Statement.Raw.Length + 512);
        writer.Write(body, found.Statement);
        return Answer(context, query, body, [found.Statement]);
    }

    private async Task<IResult> PageAsync(HttpContext context, StatementsQuery query, StatementFilter filter, CancellationToken cancellation)
    {
        var page = await reader.ListAsync(filter, cancellation);
        var writer = await WriterAsync(context, query.Format, page.Statements, cancellation);
        var body = new ArrayBufferWriter<byte>(64 * 1024);
        body.Write("{\"statements\":["u8);
        for (var i = 0; i < page.Statements.Count; i++)
        {
            if (i > 0)
                body.Write(","u8);
            writer.Write(body, page.Statements[i]);
        }

        var more = page.Next is { } next ? $"{context.Request.PathBase}/xapi/statements?more={MoreLink.Encode(query, filter with { After = next })}" : "";
        body.Write("],\"more\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(more));
        body.Write("}"u8);
        return Answer(context, query, body, page.Statements);
    }

    private async Task<StatementWriter> WriterAsync(
        HttpContext context, StatementFormat format, IReadOnlyList<StoredStatement> statements, CancellationToken cancellation)
    {
        if (format == StatementFormat.Exact)
            return StatementWriter.Exact;
        if (format == StatementFormat.Ids)
            return new StatementWriter(format, new LanguagePreference(""), new Dictionary<string, byte[]>());
        // The answer depends on what is asked for here, and here only (xAPI Communication 2.1.3).
        context.Response.Headers.AppendCommaSeparatedValues("Vary", "Accept-Language");
        var activities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            using var document = JsonDocument.Parse(statement.Raw, new JsonDocumentOptions { MaxDepth = 256 });
            activities.UnionWith(StatementActivities.Of(document.RootElement).Select(activity => activity.Activity));
        }

        var languages = new LanguagePreference(context.Request.Headers.AcceptLanguage.ToString());
        return new StatementWriter(format, languages, await definitions.FindAsync(activities, cancellation));
    }

    private IResult Answer(HttpContext context, StatementsQuery query, ArrayBufferWriter<byte> body, IReadOnlyList<StoredStatement> statements)
    {
        // xAPI Communication 2.1.3; IEEE 9274.1.1 4.1.6.1: the latest stored of what is returned.
        if (statements.Count > 0)
            context.Response.GetTypedHeaders().LastModified = statements.Max(statement => statement.Stored);
        return query.WantsAttachments ? new MultipartAnswer(body.WrittenMemory, statements, files) : Results.Bytes(body.WrittenMemory, "application/json");
    }
}
