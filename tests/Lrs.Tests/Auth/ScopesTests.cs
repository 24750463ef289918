using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Auth;

/// <summary>xAPI Communication 4.2: each scope with each resource and method, and whose statements a platform sees.</summary>
[Collection(LrsCollection.Name)]
public sealed class ScopesTests(LrsFixture fixture)
{
    private static readonly string[] AllScopes =
        ["statements/write", "statements/read/mine", "statements/read", "state", "define", "profile", "all/read", "all"];

    private const string Activity = "activityId=https://lms.example.go.id/course/1";
    private const string Agent = "agent=%7B%22mbox%22:%22mailto:scopes@x.example%22%7D";
    private const string State = $"/xapi/activities/state?{Activity}&{Agent}&stateId=s";
    private const string ActivityProfile = $"/xapi/activities/profile?{Activity}&profileId=p";
    private const string AgentProfile = $"/xapi/agents/profile?{Agent}&profileId=p";

    private static readonly string[] ReadStatements = ["statements/read/mine", "statements/read", "all/read", "all"];

    /// <summary>Resource, method, and the scopes of which one is enough: all others are 403.</summary>
    public static TheoryData<string, string, string[]> Matrix => new()
    {
        { "/xapi/statements", "POST", ["statements/write", "all"] },
        { "/xapi/statements?statementId=6f9619ff-8b86-d011-b42d-00c04fc964ff", "PUT", ["statements/write", "all"] },
        { "/xapi/statements", "GET", ReadStatements },
        { "/xapi/statements", "HEAD", ReadStatements },
        { State, "GET", ["state", "all/read", "all"] },
        { State, "HEAD", ["state", "all/read", "all"] },
        { State, "PUT", ["state", "all"] },
        { State, "POST", ["state", "all"] },
        { State, "DELETE", ["state", "all"] },
        { ActivityProfile, "GET", ["profile", "all/read", "all"] },
        { ActivityProfile, "HEAD", ["profile", "all/read", "all"] },
        { ActivityProfile, "PUT", ["profile", "all"] },
        { ActivityProfile, "POST", ["profile", "all"] },
        { ActivityProfile, "DELETE", ["profile", "all"] },
        { AgentProfile, "GET", ["profile", "all/read", "all"] },
        { AgentProfile, "HEAD", ["profile", "all/read", "all"] },
        { AgentProfile, "PUT", ["profile", "all"] },
        { AgentProfile, "POST", ["profile", "all"] },
        { AgentProfile, "DELETE", ["profile", "all"] },
        { "/xapi/about", "GET", AllScopes },
        { "/api/v1/credentials", "GET", [] },
        { "/api/v1/credentials", "POST", [] },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_scope_gives_what_it_names_and_a_403_says_which_are_enough(string path, string method, string[] enough)
    {
        foreach (var scope in AllScopes)
        {
            using var http = (await Platform.NewAsync(fixture.Lrs, [scope])).NewClient();
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method is "POST" or "PUT")
                request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request);
            Assert.True(
                enough.Contains(scope) == (response.StatusCode != HttpStatusCode.Forbidden) && response.StatusCode != HttpStatusCode.Unauthorized,
                $"{method} {path} with {scope}: {(int)response.StatusCode}");
            if (response.StatusCode != HttpStatusCode.Forbidden || method == "HEAD" || enough.Length == 0)
                continue;
            var detail = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
            Assert.Equal(enough, detail[(detail.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.').Split(", "));
        }
    }

    [Fact]
    public async Task Scopes_add_up()
    {
        using var http = (await Platform.NewAsync(fixture.Lrs, ["statements/write", "statements/read/mine"])).NewClient();
        using var posted = await PostAsync(http, Guid.NewGuid());
        using var read = await http.GetAsync("/xapi/statements");
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task A_platform_sees_its_own_statements_by_any_of_its_credentials_and_nobody_elses()
    {
        var provider = $"platform-{Guid.NewGuid()}";
        string[] own = ["statements/write", "statements/read/mine"];
        using var first = (await Platform.NewAsync(fixture.Lrs, own, provider: provider)).NewClient();
        using var second = (await Platform.NewAsync(fixture.Lrs, own, provider: provider)).NewClient();
        using var other = (await Platform.NewAsync(fixture.Lrs, own)).NewClient();
        using var all = (await Platform.NewAsync(fixture.Lrs, ["statements/read"])).NewClient();
        var ids = new[] { Guid.NewGuid(), Guid.NewGuid() };
        foreach (var id in ids)
            (await PostAsync(first, id)).Dispose();

        var page = await first.GetFromJsonAsync<JsonElement>("/xapi/statements?limit=1");
        var authority = Assert.Single(page.GetProperty("statements").EnumerateArray()).GetProperty("authority");
        Assert.Equal(provider, authority.GetProperty("account").GetProperty("name").GetString());
        // A link that another platform follows shows it that platform's own, of which there are none.
        var more = page.GetProperty("more").GetString()!;
        Assert.Single((await second.GetFromJsonAsync<JsonElement>(more)).GetProperty("statements").EnumerateArray());
        Assert.Empty((await other.GetFromJsonAsync<JsonElement>(more)).GetProperty("statements").EnumerateArray());

        var one = $"/xapi/statements?statementId={ids[0]}";
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(one)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await all.GetAsync(one)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(one)).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, Guid id) =>
        http.PostAsync("/xapi/statements", new StringContent(Posted.Statement(id.ToString()), Encoding.UTF8, "application/json"));
}
