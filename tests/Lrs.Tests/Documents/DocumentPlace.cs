using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>A place of its own for documents: one of the three resources with an activity and an agent that no other test has.</summary>
internal sealed class DocumentPlace(HttpClient http, string resource, string version, string? name = null)
{
    private readonly string _name = name ?? Guid.NewGuid().ToString("N");

    /// <summary>Each resource in each version, for tests of what all of them have in common.</summary>
    public static TheoryData<string, string> Everywhere { get; } = new()
    {
        { "state", "1.0.3" }, { "state", "2.0.0" },
        { "agent_profile", "1.0.3" }, { "agent_profile", "2.0.0" },
        { "activity_profile", "1.0.3" }, { "activity_profile", "2.0.0" },
    };

    public string Agent => $$"""{"objectType":"Agent","name":"{{_name}}","mbox":"mailto:{{_name}}@example.go.id"}""";

    public string Activity => $"https://lms.example.go.id/course/{_name}";

    private string IdParameter => resource == "state" ? "stateId" : "profileId";

    private string Path => resource switch
    {
        "state" => "/xapi/activities/state",
        "agent_profile" => "/xapi/agents/profile",
        _ => "/xapi/activities/profile",
    };

    /// <summary>The same place, asked by another client.</summary>
    public DocumentPlace By(HttpClient other) => new(other, resource, version, _name);

    /// <param name="id">Null for all documents of the place.</param>
    /// <param name="more">Further parameters, <c>&amp;since=…</c>.</param>
    public string Url(string? id, string more = "")
    {
        var parameters = new List<string>();
        if (resource != "agent_profile")
            parameters.Add("activityId=" + Uri.EscapeDataString(Activity));
        if (resource != "activity_profile")
            parameters.Add("agent=" + Uri.EscapeDataString(Agent));
        if (id is not null)
            parameters.Add($"{IdParameter}={Uri.EscapeDataString(id)}");
        return $"{Path}?{string.Join('&', parameters)}{more}";
    }

    public Task<HttpResponseMessage> PutAsync(string id, string json, params (string Name, string Value)[] headers) =>
        SendAsync("PUT", Url(id), Json(json), headers);

    public Task<HttpResponseMessage> PostAsync(string id, string json, params (string Name, string Value)[] headers) =>
        SendAsync("POST", Url(id), Json(json), headers);

    public Task<HttpResponseMessage> GetAsync(string id, params (string Name, string Value)[] headers) =>
        SendAsync("GET", Url(id), content: null, headers);

    public Task<HttpResponseMessage> DeleteAsync(string id, params (string Name, string Value)[] headers) =>
        SendAsync("DELETE", Url(id), content: null, headers);

    public Task<HttpResponseMessage> SendAsync(string method, string url, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = content };
        request.Headers.Add("X-Experience-API-Version", version);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return http.SendAsync(request);
    }

    /// <summary>A new document under this id; gives its ETag, quoted.</summary>
    public async Task<string> HavingAsync(string id, string json)
    {
        using var response = await PutAsync(id, json, ("If-None-Match", "*"));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, response.StatusCode);
        return response.Headers.ETag!.ToString();
    }

    public async Task<string> TextAsync(string id)
    {
        using var response = await GetAsync(id);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : response.StatusCode.ToString();
    }

    public async Task<IReadOnlyList<string>> IdsAsync(string more = "")
    {
        using var response = await SendAsync("GET", Url(id: null, more));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<List<string>>())!;
    }

    public static ByteArrayContent Content(byte[] contents, string? contentType)
    {
        var content = new ByteArrayContent(contents);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private static ByteArrayContent Json(string json) => Content(Encoding.UTF8.GetBytes(json), "application/json");
}

internal static class DocumentPlaces
{
    public static DocumentPlace DocumentPlace(this LrsFixture fixture, string resource, string version = "2.0.0") =>
        new(fixture.Lrs.Root, resource, version);

    /// <summary>That the answer is a refusal as all of ours are: problem+json with this status, and a sentence.</summary>
    public static async Task<string> AssertRefusedAsync(this HttpResponseMessage response, System.Net.HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.NotEmpty(detail);
        return detail;
    }
}
