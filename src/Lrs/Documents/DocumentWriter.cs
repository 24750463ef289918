using System.Text;
using Lrs.Http;
using Lrs.Statements.Rules;
using Microsoft.Extensions.Options;

namespace Lrs.Documents;

/// <summary>PUT and POST of one document: replaces it or merges into it, unless what is there by then speaks against it.</summary>
internal sealed class DocumentWriter(DocumentTable table, RequestBodies bodies, IOptions<DocumentsOptions> options, TimeProvider clock)
{
    // RFC 9110 8.3: what bytes without a Content-Type may be taken for.
    private const string Bytes = "application/octet-stream";

    private const string MergeRule = "xAPI Communication 2.2";

    public async Task<IResult> WriteAsync(HttpContext context, DocumentContext place, string id, CancellationToken cancellation)
    {
        if (ContentTypeOf(context.Request) is not { } contentType)
            return XapiProblem.BadRequest("The header Content-Type is no Internet media type such as application/json.", MergeRule);
        using var body = await bodies.ReadAsync(context.Request, options.Value.MaxDocumentBytes, cancellation);
        if (body is null)
            return TooLarge();
        if (JsonDocuments.IsJson(contentType) && JsonDocuments.FindProblem(body.Memory.Span) is { } problem)
            return XapiProblem.BadRequest($"{problem}, but its Content-Type is application/json.", "xAPI Communication 3.2");

        var sent = Document.Make(contentType, body.Memory.ToArray(), clock.GetUtcNow());
        while (true)
        {
            var existing = await table.FindAsync(place, id, cancellation);
            if (Decide(context, place.Resource, existing, sent, out var document) is { } refusal)
                return refusal;
            if (!await table.TryKeepAsync(place, id, existing, document, cancellation))
                continue;
            DocumentHeaders.Add(context.Response, document);
            return Results.NoContent();
        }
    }

    /// <summary>What is to be kept, or why nothing is: judged on the document that is there.</summary>
    private IResult? Decide(HttpContext context, DocumentResource resource, Document? existing, Document sent, out Document document)
    {
        document = sent;
        if (Preconditions.Refuse(context.Request, existing) is { } refusal)
            return refusal;
        if (existing is null)
            return null;
        if (HttpMethods.IsPost(context.Request.Method))
            return Merge(existing, sent, ref document);
        return resource.AsksForPrecondition(XapiVersionGate.Of(context)) && !Preconditions.AreGiven(context.Request)
            ? XapiProblem.Conflict(
                "There is a document already. Get it to see its current state, and send If-Match with its current ETag to replace it.", Preconditions.Rule)
            : null;
    }

    private IResult? Merge(Document existing, Document sent, ref Document document)
    {
        if (!JsonDocuments.IsJson(existing.ContentType) || !JsonDocuments.IsJson(sent.ContentType))
            return XapiProblem.BadRequest("POST merges JSON objects: the document that is there and the one posted must both be application/json. PUT replaces.", MergeRule);
        if (JsonDocuments.TryMerge(existing.Contents, sent.Contents) is not { } merged)
            return XapiProblem.BadRequest("POST merges JSON objects: the document that is there or the one posted is another JSON value. PUT replaces.", MergeRule);
        document = Document.Make(existing.ContentType, merged, sent.UpdatedAt);
        return merged.Length > options.Value.MaxDocumentBytes ? TooLarge() : null;
    }

    // It is given back as it came, so it must be one that a header of an answer can hold: ASCII.
    private static string? ContentTypeOf(HttpRequest request)
    {
        if (request.Headers.ContentType.Count == 0)
            return Bytes;
        var text = request.Headers.ContentType.ToString();
        return !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && MediaTypeRules.IsMediaType(Encoding.ASCII.GetBytes(text)) ? text : null;
    }

    private IResult TooLarge() =>
        XapiProblem.TooLarge($"The document, or what it becomes by the merge, is larger than {options.Value.MaxDocumentBytes} bytes, the most that is kept.");
}
