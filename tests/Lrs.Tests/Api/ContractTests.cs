using System.Text.Json;
using System.Text.Json.Nodes;
using Testing;

namespace Lrs.Tests.Api;

/// <summary>
/// The description of the API: complete, and the same as the one the pages' types are generated from (dashboards/openapi.json). After a change
/// of the API, LRS_WRITE_CONTRACT=true writes that file instead of comparing it; then <c>npm run types</c> in dashboards.
/// </summary>
[Collection(LrsCollection.Name)]
public sealed class ContractTests(LrsFixture fixture)
{
    private const string Address = "/swagger/v1/swagger.json";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Committed = Path.Combine(ArchitectureTests.FindRepository(), "dashboards", "openapi.json");

    [Fact]
    public async Task The_committed_description_is_the_one_that_is_served()
    {
        var served = (await DocumentAsync()).ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("LRS_WRITE_CONTRACT") == "true")
            await File.WriteAllTextAsync(Committed, served);
        Assert.Equal(await File.ReadAllTextAsync(Committed), served);
    }

    [Fact]
    public async Task Every_call_says_what_it_is_for_with_its_errors_and_ways_to_sign_in()
    {
        var calls = CallsOf(await DocumentAsync()).ToList();
        Assert.True(calls.Count > 60, $"Only {calls.Count} calls are described.");
        Assert.Empty(calls.Where(call => Text(call.Operation["summary"]).Length == 0).Select(call => call.Name));
        Assert.Empty(calls.Where(call => call.Operation["security"] is not null && call.Operation["responses"]!["401"] is null).Select(call => call.Name));
        Assert.Empty(calls.Where(call => call.Operation["security"] is JsonArray { Count: < 2 }).Select(call => call.Name));
    }

    [Fact]
    public async Task Every_answer_and_body_of_JSON_has_an_example_that_fits_its_schema()
    {
        var document = await DocumentAsync();
        var wrong = new List<string>();
        foreach (var (name, operation) in CallsOf(document).Where(call => call.Name.Contains("/api/v1", StringComparison.Ordinal)))
        {
            var bodies = operation["responses"]!.AsObject().Where(response => response.Key[0] == '2').Select(response => response.Value!["content"])
                .Append(operation["requestBody"]?["content"]);
            foreach (var content in bodies.OfType<JsonObject>().SelectMany(content => content).Where(content => content.Key == "application/json"))
                if (content.Value!["example"] is not { } example)
                    wrong.Add($"{name} has none");
                else if (Unknown(example, content.Value["schema"], document) is { } property)
                    wrong.Add($"{name}: the schema has no {property}");
        }

        string[] started = ["POST /api/v1/reports", "POST /api/v1/report-schedules/{id}/runs", "POST /api/v1/jobs/{name}/runs"];
        Assert.Empty(wrong.Except(started.Select(name => $"{name}: the schema has no id")));
    }

    private async Task<JsonNode> DocumentAsync()
    {
        using var anybody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        return JsonNode.Parse(await anybody.GetStringAsync(Address))!;
    }

    private static IEnumerable<(string Name, JsonNode Operation)> CallsOf(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => ($"{call.Key.ToUpperInvariant()} {path.Key}", call.Value!)));

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    /// <summary>A property of the example that its schema does not have.</summary>
    private static string? Unknown(JsonNode? example, JsonNode? schema, JsonNode document)
    {
        schema = schema?["allOf"]?[0] ?? schema;
        if (schema?["$ref"] is { } reference)
            schema = document["components"]!["schemas"]![Text(reference).Split('/')[^1]];
        return (example, schema?["properties"], schema?["items"]) switch
        {
            (JsonObject one, JsonObject properties, _) => one
                .Select(property => properties[property.Key] is { } known ? Unknown(property.Value, known, document) : property.Key)
                .FirstOrDefault(unknown => unknown is not null),
            (JsonArray many, _, { } items) => many.Select(one => Unknown(one, items, document)).FirstOrDefault(unknown => unknown is not null),
            _ => null,
        };
    }
}
