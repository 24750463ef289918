using System.Text.Json;

namespace Analytics.Ingest;

/// <content>The object and the context, of the statement and of a SubStatement, whose parts are found as related ones only.</content>
internal sealed partial class StatementFacts
{
    private delegate void ReadingEach(StatementFacts facts, ref Utf8JsonReader reader);

    private (string Kind, string Id) ReadObject(ref Utf8JsonReader reader, bool isDirect)
    {
        var (kind, id, actor) = ("Activity", "", new ActorIfis());
        StatementJson.Enter(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("objectType"u8))
                kind = StatementJson.ReadText(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                id = StatementJson.ReadText(ref reader);
            // Of a SubStatement.
            else if (reader.ValueTextEquals("actor"u8))
                ReadRelatedAgent(ref reader);
            else if (reader.ValueTextEquals("object"u8))
                ReadObject(ref reader, isDirect: false);
            else if (reader.ValueTextEquals("context"u8))
                ReadContext(ref reader, isDirect: false);
            else if (!actor.TryRead(ref reader))
                reader.Skip();
        }

        switch (kind)
        {
            case "Activity":
                _keys.AddActivity(id, isDirect);
                if (isDirect)
                    _activities.Add(id);
                return (kind, id);
            case "StatementRef":
                if (isDirect)
                    _keys.Add(FilterKey.Target(Guid.Parse(id)));
                return (kind, id);
            case "SubStatement":
                return (kind, "");
            default:
                _keys.AddAgent(actor, isDirect);
                return (kind, actor.Own);
        }
    }

    private void ReadContext(ref Utf8JsonReader reader, bool isDirect)
    {
        StatementJson.Enter(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("instructor"u8) || reader.ValueTextEquals("team"u8))
                ReadRelatedAgent(ref reader);
            else if (reader.ValueTextEquals("contextAgents"u8) || reader.ValueTextEquals("contextGroups"u8))
                ReadEach(ref reader, static (facts, ref reader) => facts.ReadContextAgent(ref reader));
            else if (reader.ValueTextEquals("contextActivities"u8))
                ReadContextActivities(ref reader, isDirect);
            else if (isDirect && reader.ValueTextEquals("registration"u8))
                _keys.Add(FilterKey.Registration(Registration = Guid.Parse(StatementJson.ReadText(ref reader))));
            else if (isDirect && reader.ValueTextEquals("extensions"u8))
                ReadExtensions(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadContextActivities(ref Utf8JsonReader reader, bool isDirect)
    {
        StatementJson.Enter(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            var makesActive = isDirect && (reader.ValueTextEquals("parent"u8) || reader.ValueTextEquals("grouping"u8));
            ReadEach(ref reader, makesActive
                ? static (facts, ref reader) => facts._activities.Add(facts.ReadRelatedActivity(ref reader))
                : static (facts, ref reader) => facts.ReadRelatedActivity(ref reader));
        }
    }

    // Of 2.0: {"objectType":"contextAgent","agent":{...},"relevantTypes":[...]}, and the same of groups.
    private void ReadContextAgent(ref Utf8JsonReader reader)
    {
        StatementJson.ExpectObject(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("agent"u8) || reader.ValueTextEquals("group"u8))
                ReadRelatedAgent(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadRelatedAgent(ref Utf8JsonReader reader)
    {
        reader.Read();
        _keys.AddAgent(ActorIfis.Of(ref reader), isDirect: false);
    }

    private string ReadRelatedActivity(ref Utf8JsonReader reader)
    {
        var iri = StatementJson.IdOf(ref reader);
        _keys.AddActivity(iri, isDirect: false);
        return iri;
    }

    private void ReadExtensions(ref Utf8JsonReader reader)
    {
        StatementJson.Enter(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("https://lan.go.id/xapi/extensions/jp"u8))
                JpExtension = ReadExtension(ref reader);
            else if (reader.ValueTextEquals("https://lan.go.id/xapi/extensions/certificate-number"u8))
                CertificateNumber = ReadExtension(ref reader);
            else
                reader.Skip();
        }
    }

    // An extension may hold anything: a number is kept by its text, so that 1.10 stays 1.10.
    private static string ReadExtension(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString()!.Trim();
            case JsonTokenType.Number:
                return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return "";
        }
    }

    /// <summary>Each element of a list, for which a single one may stand (xAPI Data 2.4.6.2).</summary>
    private void ReadEach(ref Utf8JsonReader reader, ReadingEach read)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            read(this, ref reader);
            return;
        }

        while (StatementJson.NextElement(ref reader))
            read(this, ref reader);
    }
}
