using System.Text.Json;

namespace Analytics.Ingest;

/// <summary>
/// Walks over the bytes of a valid statement, value by value, without a tree. Methods named <c>Read</c> begin at the name of a property and
/// end at the last token of its value.
/// </summary>
internal static class StatementJson
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };

    /// <summary>A reader that stands at the first token.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static Utf8JsonReader Open(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Deep);
        reader.Read();
        return reader;
    }

    /// <summary>Goes to the name of an object's next property; false at its end.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the first token of an array's next element; false at its end.</summary>
    public static bool NextElement(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Goes into the object that is a property's value.</summary>
    public static void Enter(ref Utf8JsonReader reader)
    {
        reader.Read();
        ExpectObject(ref reader);
    }

    /// <exception cref="FormatException">The value is no object: the parser should have refused it.</exception>
    public static void ExpectObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new FormatException($"A statement was accepted that has {reader.TokenType} where an object stands.");
    }

    public static string ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? "";
    }

    public static bool ReadFlag(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetBoolean();
    }

    /// <summary>The id of the verb or activity that is a property's value.</summary>
    public static string ReadIdOfNext(ref Utf8JsonReader reader)
    {
        reader.Read();
        return IdOf(ref reader);
    }

    /// <summary>The id of the verb or activity at whose beginning the reader stands.</summary>
    public static string IdOf(ref Utf8JsonReader reader)
    {
        var id = "";
        ExpectObject(ref reader);
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                id = ReadText(ref reader);
            else
                reader.Skip();
        }

        return id;
    }
}
