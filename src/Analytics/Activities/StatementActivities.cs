using System.Text.Json;

namespace Analytics.Activities;

/// <summary>The activities of a valid statement: its object, those of its context, and both of a SubStatement.</summary>
public static class StatementActivities
{
    /// <summary>Each activity's id and definition, which is undefined where the statement has none.</summary>
    public static IEnumerable<(string Activity, JsonElement Definition)> Of(JsonElement statement)
    {
        var target = statement.GetProperty("object"u8);
        var kind = target.TryGetProperty("objectType"u8, out var type) ? type.GetString() : "Activity";
        var inside = kind == "SubStatement" ? Of(target) : [];
        IEnumerable<JsonElement> activities = kind == "Activity" ? [target] : [];
        var lists = Child(Child(statement, "context"u8), "contextActivities"u8);
        if (lists.ValueKind == JsonValueKind.Object)
            activities = activities.Concat(lists.EnumerateObject().SelectMany(list => Many(list.Value)));
        return inside.Concat(activities.Select(
            activity => (activity.GetProperty("id"u8).GetString()!, Child(activity, "definition"u8))));
    }

    /// <summary>xAPI Data 2.4.6.2: a single activity may stand where an array is meant.</summary>
    private static IEnumerable<JsonElement> Many(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => [value],
        _ => [],
    };

    private static JsonElement Child(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;
}
