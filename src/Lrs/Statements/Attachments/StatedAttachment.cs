using System.Text.Json;
using Analytics.Statements;

namespace Lrs.Statements.Attachments;

/// <summary>What a stored statement says of an attachment. Whether its data is held shows when it is looked for.</summary>
internal sealed record StatedAttachment(string Sha2, string ContentType)
{
    /// <summary>The attachments of a statement and of its SubStatement.</summary>
    public static IReadOnlyList<StatedAttachment> Of(StoredStatement statement)
    {
        using var document = JsonDocument.Parse(statement.Raw, new JsonDocumentOptions { MaxDepth = 256 });
        return [.. Of(document.RootElement), .. Of(document.RootElement.GetProperty("object"u8))];
    }

    // Of all that may be an object, only a SubStatement has attachments.
    private static IEnumerable<StatedAttachment> Of(JsonElement statement) =>
        statement.TryGetProperty("attachments"u8, out var attachments)
            ? attachments.EnumerateArray().Select(a => new StatedAttachment(a.GetProperty("sha2"u8).GetString()!, a.GetProperty("contentType"u8).GetString()!))
            : [];
}
