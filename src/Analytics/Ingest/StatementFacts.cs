using System.Text;
using System.Text.Json;

namespace Analytics.Ingest;

/// <summary>What a row says of a valid statement, read in one pass over its bytes, and every value by which the statement is found.</summary>
internal sealed partial class StatementFacts
{
    private const string VoidedVerb = "http://adlnet.gov/expapi/verbs/voided";

    private readonly StatementFilterKeys _keys = new();
    private readonly List<string> _activities = new(4);
    private ActorIfis? _actor;

    public string Verb { get; private set; } = "";

    public string ObjectKind { get; private set; } = "";

    /// <summary>The id of the activity or statement, or the IFI of the Agent or Group; empty of a SubStatement.</summary>
    public string ObjectId { get; private set; } = "";

    public DateTimeOffset? Timestamp { get; private set; }

    public bool? Success { get; private set; }

    public bool? Completion { get; private set; }

    public string Duration { get; private set; } = "";

    public Guid Registration { get; private set; }

    public string JpExtension { get; private set; } = "";

    public string CertificateNumber { get; private set; } = "";

    public string Actor => _actor!.Value.Own;

    /// <summary>Compliance step 2: the actor; of a Group with members, each member, once.</summary>
    public IReadOnlyCollection<string> Learners { get; private set; } = [];

    /// <summary>Compliance step 9: the object, and contextActivities' parent and grouping, make a day active for an activity.</summary>
    public IReadOnlyCollection<string> Activities => Distinct(_activities);

    /// <summary>The statement that this one voids (xAPI Data 2.3.2).</summary>
    public Guid Voids { get; private set; }

    /// <param name="authority">The authority to show, a JSON Agent: statements are found by it, too.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no statement.</exception>
    public static (StatementFacts Facts, ulong[] FilterKeys) Read(ReadOnlySpan<byte> statement, string authority)
    {
        var facts = new StatementFacts();
        var reader = StatementJson.Open(statement);
        facts.ReadStatement(ref reader);
        if (facts.Verb.Length == 0 || facts.ObjectKind.Length == 0 || facts._actor is not { } actor || reader.Read())
            throw new FormatException("A statement was accepted that is none.");

        facts.Learners = Distinct(actor.Members.Count > 0 ? actor.Members : actor.Own.Length > 0 ? [actor.Own] : []);
        if (facts.Verb == VoidedVerb && facts.ObjectKind == "StatementRef")
            facts.Voids = Guid.Parse(facts.ObjectId);
        return (facts, facts.FilterKeys(authority));
    }

    private ulong[] FilterKeys(string authority)
    {
        _keys.Add(FilterKey.Verb(Verb));
        foreach (var learner in Learners)
            _keys.Add(FilterKey.Learner(learner));
        if (Voids != Guid.Empty)
            _keys.Add(FilterKey.Voids(Voids));
        _keys.AddAuthority(authority);
        return _keys.ToArray();
    }

    private void ReadStatement(ref Utf8JsonReader reader)
    {
        StatementJson.ExpectObject(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("actor"u8))
                ReadActor(ref reader);
            else if (reader.ValueTextEquals("verb"u8))
                Verb = StatementJson.ReadIdOfNext(ref reader);
            else if (reader.ValueTextEquals("object"u8))
                (ObjectKind, ObjectId) = ReadObject(ref reader, isDirect: true);
            else if (reader.ValueTextEquals("result"u8))
                ReadResult(ref reader);
            else if (reader.ValueTextEquals("context"u8))
                ReadContext(ref reader, isDirect: true);
            else if (reader.ValueTextEquals("timestamp"u8))
                Timestamp = Moment.Parse(Encoding.UTF8.GetBytes(StatementJson.ReadText(ref reader)));
            else
                reader.Skip();
        }
    }

    private void ReadActor(ref Utf8JsonReader reader)
    {
        reader.Read();
        var actor = ActorIfis.Of(ref reader);
        _keys.AddAgent(actor, isDirect: true);
        _actor = actor;
    }

    private void ReadResult(ref Utf8JsonReader reader)
    {
        StatementJson.Enter(ref reader);
        while (StatementJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("success"u8))
                Success = StatementJson.ReadFlag(ref reader);
            else if (reader.ValueTextEquals("completion"u8))
                Completion = StatementJson.ReadFlag(ref reader);
            else if (reader.ValueTextEquals("duration"u8))
                Duration = StatementJson.ReadText(ref reader);
            else
                reader.Skip();
        }
    }

    private static IReadOnlyList<string> Distinct(IReadOnlyList<string> texts) => texts.Count switch
    {
        <= 1 => texts,
        // Of the few that most statements have, a set would cost more than the rest of the row.
        <= 8 when AllDiffer(texts) => texts,
        _ => [.. texts.Distinct(StringComparer.Ordinal)],
    };

    private static bool AllDiffer(IReadOnlyList<string> texts)
    {
        for (var i = 1; i < texts.Count; i++)
        {
            for (var before = 0; before < i; before++)
            {
                if (texts[i] == texts[before])
                    return false;
            }
        }

        return true;
    }
}
