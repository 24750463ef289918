using System.Buffers;
using System.Text.Json;

namespace Lrs.Statements;

/// <summary>Copies a <c>context</c> or an <c>object</c>, putting brackets around each contextActivities value that is a single activity.</summary>
internal static class ContextActivityArrays
{
    /// <param name="reader">On the value; afterwards on its last token.</param>
    public static void Copy(ref Utf8JsonReader reader, ReadOnlySpan<byte> raw, IBufferWriter<byte> output)
    {
        var copied = (int)reader.TokenStartIndex;
        Walk(ref reader, raw, output, ref copied);
        output.Write(raw[copied..(int)reader.BytesConsumed]);
    }

    private static void Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> raw, IBufferWriter<byte> output, ref int copied)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isContextActivities = reader.ValueTextEquals("contextActivities"u8);
            var isContext = reader.ValueTextEquals("context"u8);
            reader.Read();
            if (isContextActivities)
                Bracket(ref reader, raw, output, ref copied);
            else if (isContext)
                Walk(ref reader, raw, output, ref copied);
            else
                reader.Skip();
        }
    }

    private static void Bracket(ref Utf8JsonReader reader, ReadOnlySpan<byte> raw, IBufferWriter<byte> output, ref int copied)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            output.Write(raw[copied..start]);
            output.Write("["u8);
            output.Write(raw[start..(int)reader.BytesConsumed]);
            output.Write("]"u8);
            copied = (int)reader.BytesConsumed;
        }
    }
}
