using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Ingest;
using FsCheck.Xunit;
using Testing;

namespace Analytics.Tests.Ingest;

/// <summary>For any statement: no other spelling changes its fingerprint, and every change of what it says does.</summary>
public sealed class StatementFingerprintProperties
{
    [Property(MaxTest = 1000)]
    public void Is_the_same_for_every_spelling_of_a_statement(int seed)
    {
        var random = new Random(seed);
        var statement = RandomStatements.Any(random);
        var respelled = new Respelling(random).Of(statement);
        Assert.True(Of(statement.ToJsonString()) == Of(respelled), $"{statement.ToJsonString()}\n{respelled}");
    }

    [Property(MaxTest = 1000)]
    public void Differs_when_anything_else_is_said_in_any_one_place(int seed)
    {
        var random = new Random(seed);
        var statement = RandomStatements.Any(random);
        var before = statement.ToJsonString();
        var changes = Changes(statement, "").ToList();
        random.Pick(changes)();
        Assert.True(Of(before) != Of(new Respelling(random).Of(statement)), $"{before}\n{statement.ToJsonString()}");
    }

    private static IEnumerable<Action> Changes(JsonObject o, string kind)
    {
        foreach (var (name, value) in o.ToList().Where(p => Respelling.Counts(kind, p.Key, p.Value)))
        {
            // An object that was a default only, or nothing but names, says nothing by being there; what is in it is changed on its own.
            if (value is not JsonObject)
                yield return () => o.Remove(name);
            if (value is JsonObject inner)
            {
                foreach (var change in Changes(inner, Respelling.Kind(kind, name)))
                    yield return change;
            }
            else if (value is JsonArray list)
            {
                foreach (var change in list.OfType<JsonObject>().SelectMany(element => Changes(element, kind == "extensions" ? kind : "element")))
                    yield return change;
                yield return () => list.Add(kind == "extensions" ? 17 : new JsonObject { ["mbox"] = "mailto:new@example.go.id", ["usageType"] = "x:y" });
            }
            else
            {
                yield return () => o[name] = Other(name, value, kind);
            }
        }
    }

    private static JsonNode Other(string name, JsonNode? value, string kind) => value?.GetValueKind() switch
    {
        null => 0,
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number when kind == "extensions" => value.ToJsonString(),
        JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) + 0.25,
        _ => name switch
        {
            "timestamp" when kind != "extensions" => "2001-01-01T00:00:00Z",
            "duration" when kind != "extensions" => "PT7H",
            _ => "x" + value.GetValue<string>(),
        },
    };

    private static UInt128 Of(string json) => StatementFingerprint.Of(Encoding.UTF8.GetBytes(json));
}
