using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Statements;

namespace Lrs.Statements;

/// <summary>
/// Writes a stored statement as <c>exact</c> asks: what came, unchanged to the byte, but for what the LRS sets (id, stored, authority,
/// version, timestamp), for the timestamp that came, which is given back in UTC, and for contextActivities, which always come back as
/// arrays (xAPI Data 2.4.6.2, 4.5, Communication 2.1.3).
/// </summary>
internal static class StatementWriter
{
    public static void WriteExact(IBufferWriter<byte> output, StoredStatement statement)
    {
        var raw = statement.Raw.AsSpan();
        var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        var hasId = false;
        var hasTimestamp = false;
        var first = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isSetByLrs = reader.ValueTextEquals("stored"u8) || reader.ValueTextEquals("authority"u8) || reader.ValueTextEquals("version"u8);
            hasId |= reader.ValueTextEquals("id"u8);
            var isTimestamp = reader.ValueTextEquals("timestamp"u8);
            hasTimestamp |= isTimestamp;
            var holdsContext = reader.ValueTextEquals("context"u8) || reader.ValueTextEquals("object"u8);
            reader.Read();
            if (isSetByLrs)
            {
                reader.Skip();
                continue;
            }

            output.Write(first ? "{"u8 : ","u8);
            first = false;
            if (holdsContext)
            {
                output.Write(raw[start..(int)reader.TokenStartIndex]);
                ContextActivityArrays.Copy(ref reader, raw, output);
            }
            else if (isTimestamp)
            {
                output.Write(raw[start..(int)reader.TokenStartIndex]);
                Write(output, $"\"{UtcTimestamp.Of(reader.GetString()!)}\"");
            }
            else
            {
                reader.Skip();
                output.Write(raw[start..(int)reader.BytesConsumed]);
            }
        }

        WriteSetByLrs(output, statement, hasId, hasTimestamp);
    }

    /// <summary><c>stored</c> and <c>timestamp</c> as they are shown: UTC, to the microsecond.</summary>
    public static string Format(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static void WriteSetByLrs(IBufferWriter<byte> output, StoredStatement statement, bool hasId, bool hasTimestamp)
    {
        var stored = Format(statement.Stored);
        if (!hasId)
            Write(output, $",\"id\":\"{statement.Id}\"");
        if (!hasTimestamp)
            Write(output, $",\"timestamp\":\"{stored}\"");
        Write(output, $",\"stored\":\"{stored}\",\"authority\":{statement.Authority},\"version\":\"{statement.Version}\"}}");
    }

    private static void Write(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
