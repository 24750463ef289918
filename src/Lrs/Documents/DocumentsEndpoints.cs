using System.Text.Json;
using Lrs.Auth;
using Lrs.Http;

namespace Lrs.Documents;

/// <summary>The document resources: State, Agent Profile and Activity Profile (xAPI Communication 2.2, 2.3, 2.6, 2.7).</summary>
internal static class DocumentsEndpoints
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<DocumentsOptions>().BindConfiguration(DocumentsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<DocumentTable>().AddSingleton<DocumentWriter>();
    }

    public static void MapDocuments(this WebApplication app)
    {
        foreach (var resource in DocumentResource.All)
        {
            var documents = app.MapGroup(resource.Path).RequireAuthorization(resource.Policy);
            documents.MapMethods("", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, DocumentTable table, CancellationToken cancellation) =>
                GetAsync(context, resource, table, cancellation));
            documents.MapMethods("", [HttpMethods.Put, HttpMethods.Post], (HttpContext context, DocumentWriter writer, CancellationToken cancellation) =>
                WriteAsync(context, resource, writer, cancellation));
            documents.MapDelete("", (HttpContext context, DocumentTable table, CancellationToken cancellation) =>
                DeleteAsync(context, resource, table, cancellation));
        }
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, DocumentResource resource, DocumentTable table, CancellationToken cancellation)
    {
        if (!DocumentQuery.TryParse(context.Request, resource, context.Caller().Provider, out var query, out var problem))
            return XapiProblem.BadRequest(problem, resource.Rule);
        if (query.Id is not { } id)
            return await ListAsync(context, query, table, cancellation);
        if (await table.FindAsync(query.Context, id, cancellation) is not { } document)
            return XapiProblem.NotFound($"There is no document with this {resource.IdParameter}.");
        DocumentHeaders.Add(context.Response, document);
        DocumentHeaders.AddPrecautions(context.Response);
        return Preconditions.Refuse(context.Request, document) ?? Results.Bytes(document.Contents, document.ContentType);
    }

    private static async Task<IResult> ListAsync(HttpContext context, DocumentQuery query, DocumentTable table, CancellationToken cancellation)
    {
        var documents = await table.ListAsync(query.Context, query.ChangedAfter, cancellation);
        // xAPI Communication 2.2: of several documents, when the latest was changed.
        if (documents.Count > 0)
            context.Response.GetTypedHeaders().LastModified = documents.Max(document => document.UpdatedAt);
        return EntityTags.Json(Listed(documents));
    }

    private static byte[] Listed(IReadOnlyList<DocumentId> documents) => JsonSerializer.SerializeToUtf8Bytes(documents.Select(document => document.Id));

    private static async Task<IResult> WriteAsync(
        HttpContext context, DocumentResource resource, DocumentWriter writer, CancellationToken cancellation)
    {
        if (!DocumentQuery.TryParse(context.Request, resource, context.Caller().Provider, out var query, out var problem))
            return XapiProblem.BadRequest(problem, resource.Rule);
        return await writer.WriteAsync(context, query.Context, query.Id!, cancellation);
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context, DocumentResource resource, DocumentTable table, CancellationToken cancellation)
    {
        if (!DocumentQuery.TryParse(context.Request, resource, context.Caller().Provider, out var query, out var problem))
            return XapiProblem.BadRequest(problem, resource.Rule);
        if (query.Id is not { } id)
            return await DeleteManyAsync(context, query, table, cancellation);

        while (true)
        {
            var document = await table.FindAsync(query.Context, id, cancellation);
            if (Preconditions.Refuse(context.Request, document) is { } refusal)
                return refusal;
            // What is not there is as the client wants it, so the request can be repeated.
            if (document is null || await table.TryDeleteAsync(query.Context, id, document, cancellation))
                return Results.NoContent();
        }
    }

    private static async Task<IResult> DeleteManyAsync(HttpContext context, DocumentQuery query, DocumentTable table, CancellationToken cancellation)
    {
        // The ETag of several documents is that of their list. One that comes between this look and the removal is removed too.
        if (Preconditions.AreGiven(context.Request))
        {
            var list = new Document { ETag = EntityTags.Of(Listed(await table.ListAsync(query.Context, DateTimeOffset.MinValue, cancellation))) };
            if (Preconditions.Refuse(context.Request, list) is { } refusal)
                return refusal;
        }

        await table.DeleteManyAsync(query.Context, cancellation);
        return Results.NoContent();
    }
}
