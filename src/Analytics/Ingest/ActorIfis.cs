using System.Text.Json;

namespace Analytics.Ingest;

/// <summary>An Agent or Group by its inverse functional identifier, empty for an anonymous Group, and by those of its members.</summary>
internal struct ActorIfis()
{
    private List<string>? _members;

    public string Own { get; private set; } = "";

    public readonly IReadOnlyList<string> Members => _members ?? (IReadOnlyList<string>)[];

    /// <summary>The valid Agent or Group at whose beginning the reader stands.</summary>
    public static ActorIfis Of(ref Utf8JsonReader reader)
    {
        var actor = new ActorIfis();
        StatementJson.ExpectObject(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            if (!actor.TryRead(ref reader))
                reader.Skip();
        }

        return actor;
    }

    /// <summary>Reads the property at whose name the reader stands, if it is one that tells who this is.</summary>
    public bool TryRead(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("mbox"u8))
            Own = Ifi.Mbox(StatementJson.ReadText(ref reader));
        else if (reader.ValueTextEquals("account"u8))
            Own = ReadAccount(ref reader);
        else if (reader.ValueTextEquals("mbox_sha1sum"u8))
            Own = Ifi.Sha1(StatementJson.ReadText(ref reader));
        else if (reader.ValueTextEquals("openid"u8))
            Own = Ifi.OpenId(StatementJson.ReadText(ref reader));
        else if (reader.ValueTextEquals("member"u8))
            ReadMembers(ref reader);
        else
            return false;
        return true;
    }

    private void ReadMembers(ref Utf8JsonReader reader)
    {
        reader.Read();
        _members = [];
        while (StatementJson.NextElement(ref reader))
        {
            if (Of(ref reader).Own is { Length: > 0 } member)
                _members.Add(member);
        }
    }

    private static string ReadAccount(ref Utf8JsonReader reader)
    {
        StatementJson.Enter(ref reader);
        var (homePage, name) = ("", "");
        while (StatementJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("homePage"u8))
                homePage = StatementJson.ReadText(ref reader);
            else if (reader.ValueTextEquals("name"u8))
                name = StatementJson.ReadText(ref reader);
            else
                reader.Skip();
        }

        return Ifi.Account(homePage, name);
    }
}
