using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samples.Platforms;

namespace Samples.Statements;

/// <summary>What a platform posts in one call; a repeat went out once before.</summary>
internal sealed record Batch(Platform Platform, IReadOnlyList<Draft> Drafts, bool IsRepeat = false)
{
    // The names of Indonesia need no \u escapes; nothing here is ever put into a page.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(Drafts.Count * 800);
        using var json = new Utf8JsonWriter(buffer, Plain);
        json.WriteStartArray();
        foreach (var draft in Drafts)
            StatementJson.Write(json, draft, Platform.Stamp(draft.When));
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
