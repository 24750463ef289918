using System.Buffers;
using System.Text.Json.Nodes;
using Analytics.Statements;
using FsCheck.Xunit;
using Lrs.Statements;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>What the formats must answer, told as rules on a tree of JSON; the writer works on bytes.</summary>
public sealed class StatementFormatsTests
{
    private const string Authority = """{"objectType":"Agent","name":"A platform","account":{"homePage":"https://lan.go.id/lrs","name":"p"} }""";
    private static readonly string[] Identifiers = ["mbox", "mbox_sha1sum", "openid", "account"];
    private static readonly string[] Lists = ["choices", "scale", "source", "target", "steps"];

    [Property(MaxTest = 500)]
    public void Exact_is_what_came(int seed)
    {
        var statement = RandomStatements.Any(new Random(seed));
        AssertEqual(Completed(statement), Written(statement, StatementFormat.Exact));
    }

    [Property(MaxTest = 500)]
    public void Ids_is_what_identifies(int seed)
    {
        var statement = RandomStatements.Any(new Random(seed));
        var expected = Completed(statement);
        Reduce(expected);
        AssertEqual(expected, Written(statement, StatementFormat.Ids));
    }

    [Property(MaxTest = 500)]
    public void Canonical_has_the_definitions_of_the_LRS_and_one_language_in_each_map(int seed)
    {
        var random = new Random(seed);
        var statement = RandomStatements.Any(random);
        var definitions = Activities(statement).Where(_ => random.Next(2) == 0).Select(activity => (string)activity["id"]!).Distinct()
            .ToDictionary(id => id, _ => """{"name":{"en-US":"Canonical","id":"Baku"},"steps":[{"id":"s","description":{"es-419":"x","id":"y"}}]}"""u8.ToArray());
        var expected = Completed(statement);
        foreach (var activity in Activities(expected).Where(activity => definitions.ContainsKey((string)activity["id"]!)).ToList())
            activity["definition"] = JsonNode.Parse(definitions[(string)activity["id"]!]);
        foreach (var map in LanguageMaps(expected).ToList())
        {
            var kept = map.ContainsKey("id") ? "id" : map.Select(entry => entry.Key).FirstOrDefault();
            foreach (var tag in map.Select(entry => entry.Key).Where(tag => tag != kept).ToList())
                map.Remove(tag);
        }

        AssertEqual(expected, Written(statement, StatementFormat.Canonical, "id", definitions));
    }

    [Fact]
    public void Ids_reduces_the_agents_and_groups_of_a_context_of_version_2()
    {
        const string Context = """
            {"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:a@x.example","name":"A"},"relevantTypes":["https://x.example/t"]}],
             "contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","name":"G","member":[{"name":"M","mbox":"mailto:m@x.example"}]}}]}
            """;
        var statement = JsonNode.Parse(Some.Statement(more: $"\"context\":{Context}"))!.AsObject();
        var context = Written(statement, StatementFormat.Ids)["context"];
        Assert.Equal(
            """{"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:a@x.example"},"relevantTypes":["https://x.example/t"]}],"contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","member":[{"mbox":"mailto:m@x.example"}]}}]}""",
            context!.ToJsonString());
    }

    /// <summary>As given back, with what the LRS sets.</summary>
    private static JsonObject Completed(JsonObject statement)
    {
        var completed = AsGivenBack(statement);
        var stored = StatementWriter.Format(Stored);
        completed["id"] ??= Id.ToString();
        completed["timestamp"] ??= stored;
        completed["stored"] = stored;
        completed["version"] = "1.0.3";
        completed["authority"] = JsonNode.Parse(Authority);
        return completed;
    }

    /// <summary>What came, but contextActivities as arrays and the timestamp in UTC.</summary>
    internal static JsonObject AsGivenBack(JsonObject statement)
    {
        var given = statement.DeepClone().AsObject();
        if (given["timestamp"] is { } timestamp)
            given["timestamp"] = UtcTimestamp.Of((string)timestamp!);
        foreach (var part in Parts(given))
        {
            foreach (var (role, value) in (part["context"]?["contextActivities"]?.AsObject() ?? []).ToList())
            {
                if (value is JsonObject single)
                    part["context"]!["contextActivities"]![role] = new JsonArray(single.DeepClone());
            }
        }

        return given;
    }

    private static void Reduce(JsonObject statement)
    {
        ReduceActor(statement["authority"]);
        foreach (var part in Parts(statement))
        {
            part["verb"]!.AsObject().Remove("display");
            ReduceActor(part["actor"]);
            ReduceActor(part["context"]?["instructor"]);
            ReduceActor(part["context"]?["team"]);
            if ((string?)part["object"]!["objectType"] is "Agent" or "Group")
                ReduceActor(part["object"]);
        }

        foreach (var activity in Activities(statement))
            activity.Remove("definition");
    }

    private static void ReduceActor(JsonNode? node)
    {
        if (node is not JsonObject actor)
            return;
        var isIdentified = Identifiers.Any(actor.ContainsKey);
        foreach (var name in actor.Select(property => property.Key).ToList())
        {
            if (name != "objectType" && !Identifiers.Contains(name) && !(name == "member" && !isIdentified))
                actor.Remove(name);
        }

        foreach (var member in actor["member"]?.AsArray() ?? [])
            ReduceActor(member);
    }

    private static IEnumerable<JsonObject> Parts(JsonObject statement) =>
        (string?)statement["object"]!["objectType"] == "SubStatement" ? [statement, statement["object"]!.AsObject()] : [statement];

    private static IEnumerable<JsonObject> Activities(JsonObject statement) => Parts(statement).SelectMany(part =>
        (part["context"]?["contextActivities"]?.AsObject() ?? []).SelectMany(role => role.Value is JsonArray list ? list.ToArray() : [role.Value])
            .Append((string?)part["object"]!["objectType"] is null or "Activity" ? part["object"] : null)
            .OfType<JsonObject>());

    private static IEnumerable<JsonObject> LanguageMaps(JsonObject statement) =>
        Parts(statement).Select(part => part["verb"]!["display"])
            .Concat(Activities(statement).Select(activity => activity["definition"]).SelectMany(definition => Lists
                .SelectMany(list => definition?[list]?.AsArray() ?? []).Select(component => component!["description"])
                .Append(definition?["name"]).Append(definition?["description"])))
            .OfType<JsonObject>();

    private static readonly Guid Id = Guid.Parse("6690e6c9-3ef0-4ed3-8b37-7f3964730bee");
    private static readonly DateTimeOffset Stored = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    private static JsonObject Written(
        JsonObject statement, StatementFormat format, string languages = "", Dictionary<string, byte[]>? definitions = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var raw = System.Text.Encoding.UTF8.GetBytes(statement.ToJsonString());
        new StatementWriter(format, new LanguagePreference(languages), definitions ?? [])
            .Write(output, new StoredStatement(Id, Stored, Authority, "1.0.3", IsVoiding: false, raw));
        return JsonNode.Parse(output.WrittenSpan)!.AsObject();
    }

    private static void AssertEqual(JsonObject expected, JsonObject actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nbut was {actual.ToJsonString()}");
}
