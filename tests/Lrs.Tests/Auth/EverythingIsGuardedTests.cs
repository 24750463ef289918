using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Testing;

namespace Lrs.Tests.Auth;

[Collection(LrsCollection.Name)]
public sealed partial class EverythingIsGuardedTests(LrsFixture fixture)
{
    private static readonly string[] OpenToAll = ["post /api/v1/session", "get /api/v1/verifications/{code}", "get /xapi/about", "head /xapi/about", "get /health/live", "get /health/ready"];

    [Fact]
    public async Task Nobody_gets_anything_without_signing_in()
    {
        using var client = new HttpClient { BaseAddress = fixture.Lrs.Address };
        var calls = await CallsAsync(client);
        Assert.True(calls.Count > 20, $"Only {calls.Count} calls are documented.");
        var open = new List<string>();
        foreach (var call in calls.Except(OpenToAll))
        {
            using var request = Request(call);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
                open.Add($"{call}: {(int)answer.StatusCode}");
        }

        Assert.Empty(open);
    }

    private static async Task<List<string>> CallsAsync(HttpClient client)
    {
        var document = await client.GetFromJsonAsync<JsonElement>("/swagger/v1/swagger.json");
        return [.. document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"))];
    }

    private static HttpRequestMessage Request(string call)
    {
        var parts = call.Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(parts[0].ToUpperInvariant()), Parameter().Replace(parts[1], Guid.Empty.ToString()));
        request.Headers.Add("X-Experience-API-Version", "2.0.0");
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return request;
    }

    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Parameter();
}
