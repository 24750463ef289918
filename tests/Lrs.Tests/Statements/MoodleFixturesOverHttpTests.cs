using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>What Moodle's xAPI plug-in sends comes back equal, but for what the LRS sets.</summary>
[Collection(LrsCollection.Name)]
public sealed class MoodleFixturesOverHttpTests(LrsFixture fixture)
{
    private static readonly string[] SetByLrs = ["id", "stored", "authority", "version", "timestamp"];

    [Theory]
    [MemberData(nameof(MoodleFixturesTests.Files), MemberType = typeof(MoodleFixturesTests))]
    public async Task Comes_back_equal(string file)
    {
        var json = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "moodle-logstore-xapi", file));
        using var response = await fixture.Lrs.Root.PostAsync("/xapi/statements", new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        var ids = await response.Content.ReadFromJsonAsync<List<string>>();

        var sent = JsonNode.Parse(json) is JsonArray array ? array.ToList() : [JsonNode.Parse(json)];
        Assert.Equal(sent.Count, ids!.Count);
        foreach (var (statement, id) in sent.Zip(ids))
        {
            var returned = JsonNode.Parse(await fixture.Lrs.Root.GetStringAsync($"/xapi/statements?statementId={id}"))!.AsObject();
            Assert.All(SetByLrs, name => Assert.True(returned.ContainsKey(name), $"{name} is missing."));
            foreach (var name in SetByLrs.Where(name => !statement!.AsObject().ContainsKey(name) || name is "stored" or "authority"))
                returned.Remove(name);
            Assert.True(JsonNode.DeepEquals(Normal(statement!), Normal(returned)), $"{file}: sent {statement!.ToJsonString()}, returned {returned.ToJsonString()}");
        }
    }

    // xAPI Data 2.4.6.2: a single context activity comes back as an array.
    private static JsonNode Normal(JsonNode node)
    {
        var copy = node.DeepClone();
        if (copy["context"]?["contextActivities"] is JsonObject activities)
        {
            foreach (var (name, value) in activities.ToList())
            {
                if (value is JsonObject single)
                    activities[name] = new JsonArray(single.DeepClone());
            }
        }

        return copy;
    }
}
