using System.Text.Json;
using Analytics.Streaming;

namespace Analytics.Ingest;

/// <summary>Maps an accepted statement to its row. The statement is valid xAPI: the parser saw to that before it was accepted.</summary>
public static class StatementRowMapper
{
    private const string VoidedVerb = "http://adlnet.gov/expapi/verbs/voided";
    private const string JpExtension = "https://lan.go.id/xapi/extensions/jp";
    private const string CertificateExtension = "https://lan.go.id/xapi/extensions/certificate-number";

    public static StatementRow Map(AcceptedStatement accepted)
    {
        using var document = JsonDocument.Parse(accepted.Raw, new JsonDocumentOptions { MaxDepth = 256 });
        var statement = document.RootElement;
        var verb = statement.GetProperty("verb"u8).GetProperty("id"u8).GetString()!;
        var target = statement.GetProperty("object"u8);
        var objectKind = target.TryGetProperty("objectType"u8, out var kind) ? kind.GetString()! : "Activity";
        var context = Child(statement, "context"u8);
        var result = Child(statement, "result"u8);
        var extensions = Child(context, "extensions"u8);
        var registration = Text(context, "registration"u8) is { Length: > 0 } text ? Guid.Parse(text) : Guid.Empty;
        var learners = LearnersOf(statement.GetProperty("actor"u8));
        var voids = verb == VoidedVerb && objectKind == "StatementRef" ? target.GetProperty("id"u8).GetGuid() : Guid.Empty;

        return new StatementRow
        {
            Id = accepted.Id,
            Timestamp = Text(statement, "timestamp"u8) is { Length: > 0 } time ? Moment.Parse(time) : null,
            Provider = accepted.Provider,
            Authority = accepted.Authority,
            Version = accepted.Version,
            Verb = verb,
            ObjectKind = objectKind,
            ObjectId = objectKind switch
            {
                "Activity" or "StatementRef" => target.GetProperty("id"u8).GetString()!,
                "SubStatement" => "",
                _ => Ifi.Of(target),
            },
            Registration = registration,
            Actor = Ifi.Of(statement.GetProperty("actor"u8)),
            Learners = learners,
            Activities = ActiveActivitiesOf(target, objectKind, context),
            Success = Flag(result, "success"u8),
            Completion = Flag(result, "completion"u8),
            Duration = Text(result, "duration"u8),
            JpExtension = Extension(extensions, JpExtension),
            CertificateNumber = Extension(extensions, CertificateExtension),
            Voids = voids,
            FilterKeys = StatementFilterKeys.Of(statement, accepted.Authority, learners, voids),
            Fingerprint = StatementFingerprint.Of(statement),
            MayDefine = accepted.MayDefine,
            Raw = accepted.Raw,
        };
    }

    /// <summary>Compliance step 2: the actor; of a Group with members, each member.</summary>
    private static HashSet<string> LearnersOf(JsonElement actor)
    {
        // Sets: a Group may have a hundred thousand members.
        var learners = new HashSet<string>(1, StringComparer.Ordinal);
        if (actor.TryGetProperty("member"u8, out var members) && members.GetArrayLength() > 0)
        {
            foreach (var member in members.EnumerateArray())
                AddNew(learners, Ifi.Of(member));
        }
        else
        {
            AddNew(learners, Ifi.Of(actor));
        }

        return learners;
    }

    /// <summary>Compliance step 9: the object, and contextActivities' parent and grouping, make a day active for an activity.</summary>
    private static HashSet<string> ActiveActivitiesOf(JsonElement target, string objectKind, JsonElement context)
    {
        var activities = new HashSet<string>(4, StringComparer.Ordinal);
        if (objectKind == "Activity")
            AddNew(activities, target.GetProperty("id"u8).GetString()!);
        var contextActivities = Child(context, "contextActivities"u8);
        foreach (var activity in Many(Child(contextActivities, "parent"u8)).Concat(Many(Child(contextActivities, "grouping"u8))))
            AddNew(activities, activity.GetProperty("id"u8).GetString()!);
        return activities;
    }

    /// <summary>xAPI Data 2.4.6.2: a single activity may stand where an array is meant.</summary>
    internal static IEnumerable<JsonElement> Many(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => [value],
        _ => [],
    };

    internal static JsonElement Child(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static void AddNew(HashSet<string> texts, string text)
    {
        if (text.Length > 0)
            texts.Add(text);
    }

    private static bool? Flag(JsonElement parent, ReadOnlySpan<byte> name) =>
        Child(parent, name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    private static string Text(JsonElement parent, ReadOnlySpan<byte> name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    // An extension may hold anything: a number is kept by its text, so that 1.10 stays 1.10.
    private static string Extension(JsonElement extensions, string iri) =>
        extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty(iri, out var value) ? "" : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
}
