using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lrs.Statements;

namespace Lrs.Documents;

/// <summary>Documents of content type application/json: the only ones that are looked into, and that POST can merge.</summary>
internal static class JsonDocuments
{
    // Nothing here calls itself, so the depth only bounds the memory of a reader: one bit a level.
    private const int MaxDepth = 100_000;

    /// <summary>Parameters such as charset make no difference: JSON is UTF-8 (xAPI Communication 1.4). <c>application/x+json</c> is another type.</summary>
    public static bool IsJson(string contentType)
    {
        var end = contentType.IndexOf(';');
        return (end < 0 ? contentType : contentType[..end]).Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Why the contents are no JSON text, or null (xAPI Communication 3.2: they have to be what their Content-Type says).</summary>
    public static string? FindProblem(ReadOnlySpan<byte> contents)
    {
        if (JsonBody.FindProblem(contents) is { } problem)
            return problem.Message;
        try
        {
            var reader = new Utf8JsonReader(contents, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException e)
        {
            return $"The text as a whole is not valid JSON, or nested deeper than {MaxDepth} levels (byte {JsonBody.Malformed(contents, e).BytePosition})";
        }
    }

    /// <summary>
    /// The properties of the posted object in place of those of the same name in the existing one, which keeps its others
    /// (xAPI Communication 2.2): only those directly on the object, and each value as it was written.
    /// </summary>
    /// <returns>Null where either is no object.</returns>
    public static byte[]? TryMerge(ReadOnlyMemory<byte> existing, ReadOnlyMemory<byte> posted)
    {
        var options = new JsonDocumentOptions { MaxDepth = MaxDepth };
        using var old = JsonDocument.Parse(existing, options);
        using var changes = JsonDocument.Parse(posted, options);
        var merged = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        return TryAdd(merged, old.RootElement) && TryAdd(merged, changes.RootElement) ? Write(merged, existing.Length + posted.Length) : null;
    }

    private static bool TryAdd(OrderedDictionary<string, JsonElement> merged, JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var property in document.EnumerateObject())
        {
            // Half a surrogate pair is no text, so it cannot be said whether two such names are the same.
            if (!Escapes.AreUnicode(JsonMarshal.GetRawUtf8PropertyName(property), out _))
                return false;
            merged[property.Name] = property.Value;
        }

        return true;
    }

    private static byte[] Write(OrderedDictionary<string, JsonElement> properties, int sizeHint)
    {
        var text = new ArrayBufferWriter<byte>(sizeHint);
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in properties)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }
}
