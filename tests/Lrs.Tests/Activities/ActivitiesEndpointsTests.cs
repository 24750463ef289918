using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Activities;

[Collection(LrsCollection.Name)]
public sealed class ActivitiesEndpointsTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly string _activity = $"https://x.example/{Guid.NewGuid()}";

    [Fact]
    public async Task Answers_one_that_nobody_spoke_of() =>
        Assert.Equal($$"""{"objectType":"Activity","id":"{{_activity}}"}""", await _http.GetStringAsync($"/xapi/activities?activityId={_activity}"));

    [Fact]
    [Trait(TestStream.Trait, TestStream.Embedded)]
    public async Task Merges_what_statements_said_of_it_wherever_it_stood()
    {
        await PostAsync(_http, Posted.Statement(activity: _activity));
        await PostAsync(_http, About("""{"name":{"en":"Course"},"type":"https://x.example/type/1"}"""));
        await PostAsync(_http, Posted.Statement(more: $$$""","context":{"contextActivities":{"parent":{"id":"{{{_activity}}}","definition":{"name":{"id":"Kursus"}} }} }"""));
        await PostAsync(_http, $"[{About("""{"type":"https://x.example/type/2"}""")},{About("""{"name":{"en":"The course"}}""")}]");
        Assert.Equal("""{"name":{"en":"The course","id":"Kursus"},"type":"https://x.example/type/2"}""", await DefinitionAsync());
    }

    [Fact]
    public async Task Is_one_whoever_speaks_of_it()
    {
        var ids = new List<string>();
        foreach (var name in new[] { "Kursus", "Another course" })
        {
            using var platform = await NewPlatformAsync("statements/write", "define");
            using var post = await platform.PostAsync("/xapi/statements", Json(About($$$"""{"name":{"en":"{{{name}}}"} }""")));
            ids.AddRange((await post.Content.ReadFromJsonAsync<List<string>>())!);
        }

        var found = await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?activity={_activity}&ascending=true");
        Assert.Equal(ids, found.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Minds_the_scope_define_and_what_was_not_stored()
    {
        using var platform = await NewPlatformAsync("statements/write", "statements/read/mine");
        using var definer = await NewPlatformAsync("statements/write", "define");
        await PostAsync(platform, About("""{"name":{"en":"Mine"}}"""));
        Assert.Equal("", await DefinitionAsync());
        await PostAsync(definer, About("""{"name":{"en":"Ours"}}"""));
        await PostAsync(platform, About("""{"name":{"en":"Mine again"}}"""));
        using var refused = await definer.PostAsync("/xapi/statements", Json($"[{About("""{"name":{"en":"Never"}}""")},{{}}]"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("""{"name":{"en":"Ours"}}""", await DefinitionAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?activityId=course")]
    [InlineData("?activityId=")]
    [InlineData("?ActivityId=https://x.example/a")]
    [InlineData("?activityId=https://x.example/a&activityId=https://x.example/b")]
    [InlineData("?activityId=https://x.example/a&agent=x")]
    public async Task Refuses_the_query(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.GetAsync($"/xapi/activities{query}")).StatusCode);

    private string About(string definition) =>
        $$$"""{"actor":{{{Posted.Learner()}}},"verb":{"id":"{{{Posted.Completed}}}"},"object":{"id":"{{{_activity}}}","definition":{{{definition}}} } }""";

    private async Task<string> DefinitionAsync()
    {
        var activity = await _http.GetFromJsonAsync<JsonElement>($"/xapi/activities?activityId={_activity}");
        return activity.TryGetProperty("definition", out var definition) ? definition.GetRawText() : "";
    }

    private async Task<HttpClient> NewPlatformAsync(params string[] scopes)
    {
        using var response = await _http.PostAsJsonAsync("/api/v1/credentials", new { provider = "definer-" + Guid.NewGuid(), scopes });
        var credential = await response.Content.ReadFromJsonAsync<JsonElement>();
        return fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
    }

    private static async Task PostAsync(HttpClient http, string body) => (await http.PostAsync("/xapi/statements", Json(body))).EnsureSuccessStatusCode();

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
