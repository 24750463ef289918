using System.Text.Json;

namespace Samples.Statements;

/// <summary>Writes a draft as xAPI JSON.</summary>
internal static class StatementJson
{
    public static void Write(Utf8JsonWriter json, Draft draft, string timestamp)
    {
        json.WriteStartObject();
        if (draft.Id is { } id)
            json.WriteString("id", id);
        WriteActor(json, "actor", draft.Actor);
        WriteVerb(json, draft.Verb);
        WriteObject(json, draft);
        if (draft.Result is { } result)
            WriteResult(json, result);
        if (HasContext(draft))
            WriteContext(json, draft);
        json.WriteString("timestamp", timestamp);
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, string? property, Actor actor)
    {
        if (property is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(property);
        json.WriteString("objectType", actor.Members is null ? "Agent" : "Group");
        if (actor.Name is not null)
            json.WriteString("name", actor.Name);
        actor.Ifi?.WriteTo(json);
        if (actor.Members is { Count: > 0 } members)
        {
            json.WriteStartArray("member");
            foreach (var member in members)
                WriteActor(json, null, member);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteVerb(Utf8JsonWriter json, Verb verb)
    {
        json.WriteStartObject("verb");
        json.WriteString("id", verb.Id);
        json.WriteStartObject("display");
        json.WriteString("id", verb.Indonesian);
        json.WriteString("en", verb.English);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter json, Draft draft)
    {
        if (draft.Voids is not { } target)
        {
            json.WritePropertyName("object");
            WriteThing(json, draft.Object);
            return;
        }
        json.WriteStartObject("object");
        json.WriteString("objectType", "StatementRef");
        json.WriteString("id", target);
        json.WriteEndObject();
    }

    private static void WriteThing(Utf8JsonWriter json, Thing thing)
    {
        json.WriteStartObject();
        json.WriteString("objectType", "Activity");
        json.WriteString("id", thing.Iri);
        if (thing.Name is not null || thing.Type is not null)
        {
            json.WriteStartObject("definition");
            if (thing.Type is not null)
                json.WriteString("type", thing.Type);
            if (thing.Name is not null)
            {
                json.WriteStartObject("name");
                json.WriteString(thing.Language, thing.Name);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Outcome result)
    {
        json.WriteStartObject("result");
        if (result.Scaled is { } scaled)
        {
            json.WriteStartObject("score");
            json.WriteNumber("scaled", scaled);
            if (result.Raw is { } raw)
            {
                json.WriteNumber("raw", raw);
                json.WriteNumber("min", 0);
                json.WriteNumber("max", 100);
            }
            json.WriteEndObject();
        }
        if (result.Success is { } success)
            json.WriteBoolean("success", success);
        if (result.Completion is { } completion)
            json.WriteBoolean("completion", completion);
        if (result.Duration is not null)
            json.WriteString("duration", result.Duration);
        WriteExtensions(json, result.Extensions);
        json.WriteEndObject();
    }

    private static bool HasContext(Draft draft) =>
        draft is { Registration: not null } or { Instructor: not null } or { Parent: not null } or { Grouping: not null }
            or { Category: not null } or { Platform: not null } or { Language: not null }
        || draft.ContextAgents.Count + draft.ContextGroups.Count + draft.Extensions.Count > 0;

    private static void WriteContext(Utf8JsonWriter json, Draft draft)
    {
        json.WriteStartObject("context");
        if (draft.Registration is { } registration)
            json.WriteString("registration", registration);
        if (draft.Instructor is { } instructor)
            WriteActor(json, "instructor", instructor);
        WriteContextActivities(json, draft);
        WriteContextActors(json, "contextAgents", "contextAgent", "agent", draft.ContextAgents);
        WriteContextActors(json, "contextGroups", "contextGroup", "group", draft.ContextGroups);
        // xAPI Data 2.4.6: platform only beside an Activity, so never in a voiding.
        if (draft.Platform is not null && draft.Voids is null)
            json.WriteString("platform", draft.Platform);
        if (draft.Language is not null)
            json.WriteString("language", draft.Language);
        WriteExtensions(json, draft.Extensions);
        json.WriteEndObject();
    }

    private static void WriteContextActivities(Utf8JsonWriter json, Draft draft)
    {
        if (draft.Parent is null && draft.Grouping is null && draft.Category is null)
            return;
        json.WriteStartObject("contextActivities");
        WriteThings(json, "parent", draft.Parent);
        WriteThings(json, "grouping", draft.Grouping);
        WriteThings(json, "category", draft.Category);
        json.WriteEndObject();
    }

    private static void WriteThings(Utf8JsonWriter json, string property, Thing? thing)
    {
        if (thing is null)
            return;
        json.WriteStartArray(property);
        WriteThing(json, thing);
        json.WriteEndArray();
    }

    private static void WriteContextActors(
        Utf8JsonWriter json, string property, string objectType, string inner, IReadOnlyList<(Actor Actor, string Type)> actors)
    {
        if (actors.Count == 0)
            return;
        json.WriteStartArray(property);
        foreach (var (actor, type) in actors)
        {
            json.WriteStartObject();
            json.WriteString("objectType", objectType);
            WriteActor(json, inner, actor);
            json.WriteStartArray("relevantTypes");
            json.WriteStringValue(type);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteExtensions(Utf8JsonWriter json, IReadOnlyList<Extension> extensions)
    {
        if (extensions.Count == 0)
            return;
        json.WriteStartObject("extensions");
        foreach (var extension in extensions)
        {
            if (extension.Number is { } number)
                json.WriteNumber(extension.Iri, number);
            else
                json.WriteString(extension.Iri, extension.Text);
        }
        json.WriteEndObject();
    }
}
