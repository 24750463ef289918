using Analytics.ClickHouse;
using Analytics.Relational;

namespace Lrs.Documents;

/// <summary>
/// The table of documents. A change names what it was decided on, and changes nothing if that is no longer so: check and write are one
/// statement of the database, whichever other process writes and however it isolates transactions. The caller then reads and decides again.
/// </summary>
internal sealed class DocumentTable(RelationalStore store)
{
    private const string Find = "SELECT content_type, contents, etag, updated_at FROM documents WHERE key = @key";
    private const string Delete = "DELETE FROM documents WHERE key = @key AND etag = @ETag AND content_type = @ContentType";

    private static readonly string Insert = EmbeddedSql.Load<DocumentTable>("InsertDocument");
    private static readonly string Replace = EmbeddedSql.Load<DocumentTable>("ReplaceDocument");
    private static readonly string List = EmbeddedSql.Load<DocumentTable>("ListDocuments");
    private static readonly string DeleteMany = EmbeddedSql.Load<DocumentTable>("DeleteDocuments");

    public Task<Document?> FindAsync(DocumentContext context, string id, CancellationToken cancellation) =>
        store.ReadOneAsync<Document>(Find, new { key = context.Digest(id) }, cancellation);

    /// <summary>The ids of a context in order, and when each was last changed. Without a registration those of all, and of none.</summary>
    public Task<IReadOnlyList<DocumentId>> ListAsync(DocumentContext context, DateTimeOffset since, CancellationToken cancellation) =>
        store.ReadAsync<DocumentId>(List, new { context = context.Digest(), registration = context.Registration, since }, cancellation);

    /// <param name="read">What was read, null for none.</param>
    /// <returns>False, and nothing is changed, where another has written since.</returns>
    public async Task<bool> TryKeepAsync(
        DocumentContext context, string id, Document? read, Document document, CancellationToken cancellation)
    {
        var row = new
        {
            Key = context.Digest(id),
            Context = context.Digest(),
            Resource = context.Resource.Name,
            context.Provider,
            context.ActivityId,
            context.Agent,
            context.Registration,
            Id = id,
            document.ContentType,
            document.Contents,
            document.ETag,
            document.UpdatedAt,
            ReadETag = read?.ETag,
            ReadContentType = read?.ContentType,
        };
        return await store.WriteAsync(read is null ? Insert : Replace, row, cancellation) > 0;
    }

    /// <returns>False, and nothing is changed, where another has written since.</returns>
    public async Task<bool> TryDeleteAsync(DocumentContext context, string id, Document read, CancellationToken cancellation) =>
        await store.WriteAsync(Delete, new { key = context.Digest(id), read.ETag, read.ContentType }, cancellation) > 0;

    /// <summary>Without a registration those of all, and of none.</summary>
    public Task DeleteManyAsync(DocumentContext context, CancellationToken cancellation) =>
        store.WriteAsync(DeleteMany, new { context = context.Digest(), registration = context.Registration }, cancellation);
}

/// <summary>A document as it is listed.</summary>
internal sealed record DocumentId
{
    public string Id { get; init; } = "";

    public DateTimeOffset UpdatedAt { get; init; }
}
