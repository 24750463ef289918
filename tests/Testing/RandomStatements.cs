using System.Text.Json.Nodes;

namespace Testing;

/// <summary>Random statements that keep every rule of xAPI 1.0.3, from a seed so that a failure can be repeated.</summary>
public static partial class RandomStatements
{
    private static readonly string[] Tags = ["id", "en-US", "jv-Latn-ID", "zh-cmn-Hans-CN", "x-daerah", "es-419", "i-default"];
    private static readonly string[] Timestamps =
        ["2026-03-14T09:26:53Z", "2026-03-14T16:26:53.589793238+07:00", "2015-11-18T12:17:00+0000", "2099-12-31T23:59:59.9"];

    private static readonly string[] Durations = ["PT4H35M59.14S", "P3Y1M29DT4H35M59.14S", "P4W", "PT0S", "P1DT12H"];
    private static readonly string[] Words = ["", "Siti", "Pelatihan \"dasar\"", "\ud83c\udf93 lulus", "a/b\\c", "{not=json}", "naïve\tcafé", "cafe\u0301 ﬁ \u200f"];

    public static JsonObject Any(Random random)
    {
        var statement = Body(random, mayHoldSubStatement: true);
        Maybe(random, statement, "id", () => Guid.NewGuid().ToString());
        Maybe(random, statement, "stored", () => random.Pick(Timestamps));
        Maybe(random, statement, "authority", () => Agent(random));
        Maybe(random, statement, "version", () => random.Pick(["1.0", "1.0.0", "1.0.3"]));
        return Shuffled(random, statement);
    }

    /// <summary>One that has nearly everything a statement can have.</summary>
    public static string Rich(Random random) =>
        Enumerable.Range(0, 200).Select(_ => Any(random).ToJsonString()).MaxBy(json => json.Length)!;

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static JsonObject Body(Random random, bool mayHoldSubStatement)
    {
        var target = Object(random, mayHoldSubStatement);
        var isActivity = target["objectType"]?.GetValue<string>() is null or "Activity";
        var statement = new JsonObject { ["actor"] = Actor(random), ["verb"] = Verb(random), ["object"] = target };
        Maybe(random, statement, "result", () => Result(random));
        Maybe(random, statement, "context", () => Context(random, isActivity));
        Maybe(random, statement, "timestamp", () => random.Pick(Timestamps));
        Maybe(random, statement, "attachments", () => List(random, () => Attachment(random)));
        return statement;
    }

    private static JsonObject Result(Random random)
    {
        var result = new JsonObject();
        Maybe(random, result, "success", () => random.Next(2) == 0);
        Maybe(random, result, "completion", () => random.Next(2) == 0);
        Maybe(random, result, "response", () => random.Pick(Words));
        Maybe(random, result, "duration", () => random.Pick(Durations));
        Maybe(random, result, "extensions", () => Extensions(random));
        Maybe(random, result, "score", () => Shuffled(random, new JsonObject
        {
            ["scaled"] = (random.NextDouble() * 2) - 1, ["min"] = -5, ["raw"] = random.Next(-5, 101), ["max"] = 100,
        }));
        return Shuffled(random, result);
    }

    private static JsonObject Context(Random random, bool isActivity)
    {
        var context = new JsonObject();
        Maybe(random, context, "registration", () => Guid.NewGuid().ToString());
        Maybe(random, context, "instructor", () => Actor(random));
        Maybe(random, context, "team", () => Group(random));
        Maybe(random, context, "language", () => random.Pick(Tags));
        Maybe(random, context, "statement", StatementRef);
        Maybe(random, context, "extensions", () => Extensions(random));
        if (isActivity) Maybe(random, context, "revision", () => random.Pick(Words));
        if (isActivity) Maybe(random, context, "platform", () => random.Pick(Words));
        var activities = new JsonObject();
        foreach (var role in new[] { "parent", "grouping", "category", "other" })
            Maybe(random, activities, role, () => random.Next(2) == 0 ? Activity(random) : List(random, () => Activity(random)));
        Maybe(random, context, "contextActivities", () => activities);
        return Shuffled(random, context);
    }

    private static JsonObject Attachment(Random random)
    {
        var attachment = new JsonObject
        {
            ["usageType"] = Iri(random), ["display"] = LanguageMap(random), ["contentType"] = "application/pdf",
            ["length"] = random.Next(), ["sha2"] = new string('a', random.Pick([56, 64, 96, 128])),
        };
        Maybe(random, attachment, "description", () => LanguageMap(random));
        Maybe(random, attachment, "fileUrl", () => Iri(random));
        return Shuffled(random, attachment);
    }

    private static JsonObject LanguageMap(Random random)
    {
        var map = new JsonObject();
        foreach (var tag in Tags) Maybe(random, map, tag, () => random.Pick(Words));
        return map;
    }

    private static JsonObject Extensions(Random random)
    {
        var extensions = new JsonObject();
        for (var i = random.Next(4); i > 0; i--) extensions[$"https://example.go.id/ext/{i}"] = AnyValue(random, 3);
        return extensions;
    }

    private static JsonNode? AnyValue(Random random, int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => null,
        1 => random.Pick(Words),
        2 => random.NextDouble() * 1e9,
        3 => true,
        4 => List(random, () => AnyValue(random, depth - 1)),
        _ => new JsonObject { ["a"] = AnyValue(random, depth - 1), ["Actor"] = AnyValue(random, depth - 1), [""] = 1 },
    };

    private static string Iri(Random random) =>
        random.Pick(["https://lms.example.go.id/a/", "urn:x:", "http://example.com/فعل/", "tag:x,2026:"]) + random.Next(1000);

    private static JsonArray List(Random random, Func<JsonNode?> element) =>
        new([.. Enumerable.Range(0, random.Next(4)).Select(_ => element())]);

    private static void Maybe(Random random, JsonObject target, string name, Func<JsonNode?> value)
    {
        if (random.Next(2) == 0) target[name] = value();
    }

    // The order of properties means nothing (IEEE 9274.1.1 4.2.4.1), and rules that lean on it show themselves here.
    private static JsonObject Shuffled(Random random, JsonObject source)
    {
        var properties = source.ToArray();
        random.Shuffle(properties);
        source.Clear();
        return new JsonObject(properties);
    }
}
