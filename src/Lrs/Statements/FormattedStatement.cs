using System.Buffers;
using System.Text.Json;

namespace Lrs.Statements;

/// <summary>
/// Copies parts of a stored statement as <c>format=ids</c> or <c>canonical</c> asks (xAPI Communication 2.1.3): what the format does not
/// speak of is copied byte for byte.
/// </summary>
/// <param name="definitions">Canonical definitions by activity; where there is none, the statement's own stands.</param>
internal readonly ref struct FormattedStatement(
    ReadOnlySpan<byte> raw, IBufferWriter<byte> output, StatementFormat format, LanguagePreference languages, IReadOnlyDictionary<string, byte[]> definitions)
{
    private readonly ReadOnlySpan<byte> _raw = raw;

    /// <summary>What a value is, which says what becomes of its properties.</summary>
    public enum Place
    {
        Other,
        Statement,
        Actor,
        Verb,
        Object,
        Activity,
        Context,
        ContextActivities,
        ContextAgent,
        Definition,
        Component,
        LanguageMap,
    }

    /// <param name="reader">On the value; afterwards on its last token.</param>
    public void Copy(ref Utf8JsonReader reader, Place place)
    {
        if (place == Place.Object)
            place = KindOf(reader);
        if (place == Place.Other || (place == Place.Actor && format == StatementFormat.Canonical))
            CopyAsItCame(ref reader);
        else if (reader.TokenType == JsonTokenType.StartArray)
            CopyElements(ref reader, place);
        else if (reader.TokenType != JsonTokenType.StartObject)
            CopyAsItCame(ref reader);
        else if (place == Place.LanguageMap)
            CopyOneLanguage(ref reader);
        else
            CopyProperties(ref reader, place);
    }

    /// <summary>What stands under a property; null where the property is left out.</summary>
    public static Place InStatement(ref Utf8JsonReader name) =>
        name.ValueTextEquals("actor"u8) ? Place.Actor
        : name.ValueTextEquals("verb"u8) ? Place.Verb
        : name.ValueTextEquals("object"u8) ? Place.Object
        : name.ValueTextEquals("context"u8) ? Place.Context
        : Place.Other;

    private Place? Inside(Place place, ref Utf8JsonReader name, bool isIdentified, bool hasCanonical) => place switch
    {
        Place.Statement => InStatement(ref name),
        Place.Actor => InActor(ref name, isIdentified),
        Place.Verb => name.ValueTextEquals("display"u8) ? (format == StatementFormat.Ids ? null : Place.LanguageMap) : Place.Other,
        Place.Activity => name.ValueTextEquals("definition"u8) ? (format == StatementFormat.Ids || hasCanonical ? null : Place.Definition) : Place.Other,
        Place.Context =>
            name.ValueTextEquals("instructor"u8) || name.ValueTextEquals("team"u8) ? Place.Actor
            : name.ValueTextEquals("contextActivities"u8) ? Place.ContextActivities
            : name.ValueTextEquals("contextAgents"u8) || name.ValueTextEquals("contextGroups"u8) ? Place.ContextAgent
            : Place.Other,
        Place.ContextActivities => Place.Activity,
        Place.ContextAgent => name.ValueTextEquals("agent"u8) || name.ValueTextEquals("group"u8) ? Place.Actor : Place.Other,
        Place.Definition =>
            name.ValueTextEquals("name"u8) || name.ValueTextEquals("description"u8) ? Place.LanguageMap
            : IsComponents(ref name) ? Place.Component
            : Place.Other,
        _ => name.ValueTextEquals("description"u8) ? Place.LanguageMap : Place.Other,
    };

    // Identified by one property; only a Group without it is known by its members.
    private static Place? InActor(ref Utf8JsonReader name, bool isIdentified) =>
        name.ValueTextEquals("name"u8) ? null
        : name.ValueTextEquals("member"u8) ? (isIdentified ? null : Place.Actor)
        : Place.Other;

    private static bool IsComponents(ref Utf8JsonReader name) =>
        name.ValueTextEquals("choices"u8) || name.ValueTextEquals("scale"u8) || name.ValueTextEquals("source"u8)
        || name.ValueTextEquals("target"u8) || name.ValueTextEquals("steps"u8);

    private void CopyAsItCame(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        output.Write(_raw[start..(int)reader.BytesConsumed]);
    }

    private void CopyElements(ref Utf8JsonReader reader, Place place)
    {
        output.Write("["u8);
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first)
                output.Write(","u8);
            Copy(ref reader, place);
        }

        output.Write("]"u8);
    }

    private void CopyProperties(ref Utf8JsonReader reader, Place place)
    {
        var isIdentified = place == Place.Actor && IsIdentified(reader);
        var canonical = place == Place.Activity && format == StatementFormat.Canonical ? CanonicalOf(reader) : null;
        output.Write("{"u8);
        var first = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var inside = Inside(place, ref reader, isIdentified, canonical is not null);
            reader.Read();
            if (inside is null)
            {
                reader.Skip();
                continue;
            }

            if (!first)
                output.Write(","u8);
            first = false;
            output.Write(_raw[start..(int)reader.TokenStartIndex]);
            // xAPI Data 2.4.6.2: a single activity comes back as an array.
            var isSingle = place == Place.ContextActivities && reader.TokenType == JsonTokenType.StartObject;
            output.Write(isSingle ? "["u8 : default);
            Copy(ref reader, inside.Value);
            output.Write(isSingle ? "]"u8 : default);
        }

        if (canonical is not null)
            WriteDefinition(canonical);
        output.Write("}"u8);
    }

    private void WriteDefinition(byte[] canonical)
    {
        // An activity has an id, so something stands before it.
        output.Write(",\"definition\":"u8);
        var reader = new Utf8JsonReader(canonical, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        new FormattedStatement(canonical, output, format, languages, definitions).Copy(ref reader, Place.Definition);
    }

    private void CopyOneLanguage(ref Utf8JsonReader reader)
    {
        var tags = new List<string>();
        var entries = new List<Range>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            tags.Add(reader.GetString()!);
            reader.Read();
            entries.Add(start..(int)reader.BytesConsumed);
        }

        output.Write("{"u8);
        if (tags.Count > 0)
            output.Write(_raw[entries[languages.Best(tags)]]);
        output.Write("}"u8);
    }

    private byte[]? CanonicalOf(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isId = ahead.ValueTextEquals("id"u8);
            ahead.Read();
            if (isId)
                return definitions.GetValueOrDefault(ahead.GetString()!);
            ahead.Skip();
        }

        return null;
    }

    private static bool IsIdentified(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            if (ahead.ValueTextEquals("mbox"u8) || ahead.ValueTextEquals("mbox_sha1sum"u8) || ahead.ValueTextEquals("openid"u8) || ahead.ValueTextEquals("account"u8))
                return true;
            ahead.Read();
            ahead.Skip();
        }

        return false;
    }

    private static Place KindOf(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isKind = ahead.ValueTextEquals("objectType"u8);
            ahead.Read();
            if (isKind)
            {
                return ahead.ValueTextEquals("Agent"u8) || ahead.ValueTextEquals("Group"u8) ? Place.Actor
                    : ahead.ValueTextEquals("SubStatement"u8) ? Place.Statement
                    : ahead.ValueTextEquals("StatementRef"u8) ? Place.Other
                    : Place.Activity;
            }

            ahead.Skip();
        }

        return Place.Activity;
    }
}
