using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Statements;

namespace Lrs.Statements;

/// <summary>
/// Writes a stored statement as <c>format</c> asks. As <c>exact</c>: what came, unchanged to the byte, but for what the LRS sets (id, stored,
/// authority, version, timestamp), for the timestamp that came, which is given back in UTC, and for contextActivities, which always come
/// back as arrays (xAPI Data 2.4.6.2, 4.5, Communication 2.1.3).
/// </summary>
internal sealed class StatementWriter(StatementFormat format, LanguagePreference languages, IReadOnlyDictionary<string, byte[]> definitions)
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };

    public static StatementWriter Exact { get; } = new(StatementFormat.Exact, new LanguagePreference(""), new Dictionary<string, byte[]>());

    public void Write(IBufferWriter<byte> output, StoredStatement statement)
    {
        var raw = statement.Raw.AsSpan();
        var reader = new Utf8JsonReader(raw, Deep);
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
            var place = FormattedStatement.InStatement(ref reader);
            reader.Read();
            if (isSetByLrs)
            {
                reader.Skip();
                continue;
            }

            output.Write(first ? "{"u8 : ","u8);
            first = false;
            output.Write(raw[start..(int)reader.TokenStartIndex]);
            if (isTimestamp)
                Write(output, $"\"{UtcTimestamp.Of(reader.GetString()!)}\"");
            else
                WriteValue(ref reader, raw, output, place);
        }

        WriteSetByLrs(output, statement, hasId, hasTimestamp);
    }

    /// <summary><c>stored</c> and <c>timestamp</c> as they are shown: UTC, to the microsecond.</summary>
    public static string Format(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private void WriteValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> raw, IBufferWriter<byte> output, FormattedStatement.Place place)
    {
        if (format != StatementFormat.Exact)
        {
            new FormattedStatement(raw, output, format, languages, definitions).Copy(ref reader, place);
        }
        else if (place is FormattedStatement.Place.Context or FormattedStatement.Place.Object)
        {
            ContextActivityArrays.Copy(ref reader, raw, output);
        }
        else
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            output.Write(raw[start..(int)reader.BytesConsumed]);
        }
    }

    private void WriteSetByLrs(IBufferWriter<byte> output, StoredStatement statement, bool hasId, bool hasTimestamp)
    {
        var stored = Format(statement.Stored);
        if (!hasId)
            Write(output, $",\"id\":\"{statement.Id}\"");
        if (!hasTimestamp)
            Write(output, $",\"timestamp\":\"{stored}\"");
        Write(output, $",\"stored\":\"{stored}\",\"version\":\"{statement.Version}\",\"authority\":");
        var authority = Encoding.UTF8.GetBytes(statement.Authority);
        var reader = new Utf8JsonReader(authority, Deep);
        reader.Read();
        WriteValue(ref reader, authority, output, FormattedStatement.Place.Actor);
        output.Write("}"u8);
    }

    private static void Write(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
