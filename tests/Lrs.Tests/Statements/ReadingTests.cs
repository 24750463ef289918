using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>GET of the Statements resource over HTTP: references, formats, parameters (xAPI Communication 2.1.3, 2.1.4).</summary>
[Collection(LrsCollection.Name)]
public sealed class ReadingTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly string _activity = $"https://x.example/{Guid.NewGuid()}";

    [Fact]
    public async Task Finds_a_statement_by_what_it_refers_to_in_the_span_of_its_own_stored()
    {
        var (target, confirmation, comment) = (NewId(), NewId(), NewId());
        await PostAsync(Reference(comment, confirmation, "commented"));
        await PostAsync(Posted.Statement(target, activity: _activity));
        var between = (await GetAsync($"statementId={target}")).GetProperty("stored").GetString()!;
        await PostAsync(Reference(confirmation, target, "confirmed"));
        // context.statement is no reference in this sense.
        await PostAsync(Posted.Statement(NewId(), more: $$$""","context":{"statement":{"objectType":"StatementRef","id":"{{{target}}}"} }"""));

        Assert.Equal([confirmation, target, comment], await IdsAsync($"activity={_activity}"));
        Assert.Equal([confirmation], await IdsAsync($"activity={_activity}&since={Uri.EscapeDataString(between)}"));
        Assert.Equal([target, comment], await IdsAsync($"activity={_activity}&until={Uri.EscapeDataString(between)}"));
        // All parameters must fit one statement: none confirmed this activity, and who confirmed did not complete it.
        Assert.Empty(await IdsAsync($"activity={_activity}&verb=https://x.example/verb/confirmed"));
        Assert.Equal([confirmation, target, comment], await IdsAsync($"activity={_activity}&verb={Posted.Completed}"));
    }

    [Fact]
    [Trait(TestStream.Trait, TestStream.Embedded)]
    public async Task Finds_references_to_a_voided_statement_page_by_page()
    {
        var target = NewId();
        await PostAsync(Posted.Statement(target, activity: _activity));
        var references = Enumerable.Range(0, 5).Select(_ => NewId()).ToList();
        foreach (var reference in references)
            await PostAsync(Reference(reference, target, "confirmed"));
        var voiding = NewId();
        await PostAsync($$$"""{"id":"{{{voiding}}}","actor":{{{Posted.Learner()}}},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"objectType":"StatementRef","id":"{{{target}}}"} }""");

        var found = new List<string>();
        var page = $"/xapi/statements?activity={_activity}&limit=2&ascending=true&format=ids";
        while (page.Length > 0)
        {
            var answer = await _http.GetFromJsonAsync<JsonElement>(page);
            found.AddRange(answer.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()!));
            Assert.All(answer.GetProperty("statements").EnumerateArray(), statement => Assert.False(statement.GetProperty("verb").TryGetProperty("display", out _)));
            page = answer.GetProperty("more").GetString()!;
        }

        Assert.Equal([.. references, voiding], found);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync($"/xapi/statements?voidedStatementId={voiding}")).StatusCode);
        Assert.Equal(target, (await GetAsync($"voidedStatementId={target}&format=ids&attachments=false")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_platform_finds_its_own_reference_to_what_it_may_not_read()
    {
        using var platform = await NewPlatformAsync("statements/write", "statements/read/mine");
        var (target, own) = (NewId(), NewId());
        await PostAsync(Posted.Statement(target, activity: _activity));
        await PostAsync(Reference(NewId(), target, "confirmed"));
        using var post = await platform.PostAsync("/xapi/statements", Json(Reference(own, target, "confirmed")));
        post.EnsureSuccessStatusCode();
        Assert.Equal([own], await IdsAsync($"activity={_activity}", platform));
        Assert.Equal([own], await IdsAsync("", platform));
        Assert.Equal([own], await IdsAsync("ascending=true&limit=1", platform));
    }

    [Fact]
    public async Task Canonical_answers_in_the_language_that_is_asked_for()
    {
        var (first, second) = (NewId(), NewId());
        await PostAsync(Defining(first, """{"en":"Course","id":"Kursus"}"""));
        await PostAsync(Defining(second, """{"jv":"Kursus Jawa"}"""));
        Assert.Equal("{\"id\":\"Kursus\"}", await NameAsync($"statementId={second}&format=canonical", "id, en;q=0.5"));
        Assert.Equal("{\"jv\":\"Kursus Jawa\"}", await NameAsync($"statementId={first}&format=canonical", "jv"));
        // Only canonical minds the header.
        Assert.Equal("{\"jv\":\"Kursus Jawa\"}", await NameAsync($"statementId={second}", "id"));
    }

    [Fact]
    public async Task Finds_by_every_parameter_of_agents_and_activities()
    {
        var id = NewId();
        string Agent(string name) => Uri.EscapeDataString($$"""{"mbox":"mailto:{{name}}.{{id}}@x.example"}""");
        await PostAsync($$$"""
            {"id":"{{{id}}}","actor":{"objectType":"Group","mbox":"mailto:group.{{{id}}}@x.example","member":[{"mbox":"mailto:member.{{{id}}}@x.example"}]},
             "verb":{"id":"{{{Posted.Completed}}}"},"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:inner.{{{id}}}@x.example"},
             "verb":{"id":"https://x.example/inner"},"object":{"id":"{{{_activity}}}/inner"} },
             "context":{"instructor":{"mbox":"mailto:teacher.{{{id}}}@x.example"},"team":{"objectType":"Group","member":[{"mbox":"mailto:mate.{{{id}}}@x.example"}]},
             "contextActivities":{"other":{"id":"{{{_activity}}}/other"} } } }
            """);
        foreach (var name in new[] { "group", "member" })
            Assert.Equal([id], await IdsAsync($"agent={Agent(name)}"));
        foreach (var name in new[] { "inner", "teacher", "mate" })
        {
            Assert.Empty(await IdsAsync($"agent={Agent(name)}&related_agents=false"));
            Assert.Equal([id], await IdsAsync($"agent={Agent(name)}&related_agents=true"));
        }

        foreach (var name in new[] { "inner", "other" })
        {
            Assert.Empty(await IdsAsync($"activity={_activity}/{name}"));
            Assert.Equal([id], await IdsAsync($"activity={_activity}/{name}&related_activities=true"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("&format=canonical")]
    [InlineData("&ascending=true&limit=1")]
    public async Task Answers_200_and_an_empty_list_where_nothing_matches(string more)
    {
        using var response = await _http.GetAsync($"/xapi/statements?verb={_activity}{more}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"statements":[],"more":""}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cuts_a_limit_to_what_the_server_gives_and_says_when_the_latest_was_stored()
    {
        await PostAsync("[" + string.Join(',', Enumerable.Range(0, 501).Select(_ => Posted.Statement(activity: _activity))) + "]");
        foreach (var limit in new[] { "", "&limit=0", "&limit=501", "&limit=99999999999999999999" })
        {
            using var response = await _http.GetAsync($"/xapi/statements?activity={_activity}{limit}");
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(500, answer.GetProperty("statements").GetArrayLength());
            Assert.Single((await _http.GetFromJsonAsync<JsonElement>(answer.GetProperty("more").GetString())).GetProperty("statements").EnumerateArray());
            var latest = answer.GetProperty("statements")[0].GetProperty("stored").GetDateTimeOffset();
            Assert.Equal(latest.ToUnixTimeSeconds(), response.Content.Headers.LastModified!.Value.ToUnixTimeSeconds());
        }
    }

    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Says_when_a_statement_was_stored_also_of_a_voided_one(string version)
    {
        var (id, voided) = (NewId(), NewId());
        await PostAsync(Posted.Statement(id));
        await PostAsync(Posted.Statement(voided));
        await PostAsync($$$"""{"actor":{{{Posted.Learner()}}},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"objectType":"StatementRef","id":"{{{voided}}}"} }""");
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
        foreach (var query in new[] { $"statementId={id}", $"voidedStatementId={voided}" })
        {
            using var response = await http.GetAsync($"/xapi/statements?{query}");
            var stored = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("stored").GetDateTimeOffset();
            Assert.Equal(stored.ToUnixTimeSeconds(), response.Content.Headers.LastModified!.Value.ToUnixTimeSeconds());
        }
    }

    [Theory]
    [InlineData("verb=/completed")]
    [InlineData("activity=course")]
    [InlineData("activity=")]
    [InlineData("format=all")]
    [InlineData("format=")]
    [InlineData("attachments=1")]
    [InlineData("related_agents=TRUE")]
    [InlineData("Related_agents=true")]
    [InlineData("limit=")]
    [InlineData("limit=1&limit=2")]
    [InlineData("limit=1.5")]
    [InlineData("since=2026-03-14T09:26:53-00:00")]
    [InlineData("until=2026-03-14T09:26:53+07:00")]
    [InlineData("registration=%7B6690e6c9-3ef0-4ed3-8b37-7f3964730bee%7D")]
    [InlineData("agent=%7B%22objectType%22%3A%22Group%22%2C%22member%22%3A%5B%5D%7D")]
    [InlineData("agent=%7B%22mbox%22%3A%22mailto%3Aa%40x.example%22%2C%22name%22%3Anull%7D")]
    [InlineData("statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee&voidedStatementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee")]
    [InlineData("voidedStatementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee&limit=1")]
    [InlineData("statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee&ascending=true")]
    [InlineData("statementId=6690e6c93ef04ed38b377f3964730bee")]
    [InlineData("more=AAAA&limit=1")]
    public async Task Refuses_the_query(string query)
    {
        using var response = await _http.GetAsync($"/xapi/statements?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("since=0001-01-01T00:00:00Z")]
    [InlineData("until=9999-12-31T23:59:59Z&limit=1")]
    [InlineData("since=9998-01-01T00:00:00Z&verb=https://x.example/v")]
    [InlineData("until=1900-01-01T00:00:00Z&verb=https://x.example/v")]
    public async Task Takes_any_time(string query) => (await _http.GetAsync($"/xapi/statements?{query}")).EnsureSuccessStatusCode();

    private string Defining(string id, string name) =>
        $$$"""{"id":"{{{id}}}","actor":{{{Posted.Learner()}}},"verb":{"id":"{{{Posted.Completed}}}"},"object":{"id":"{{{_activity}}}","definition":{"name":{{{name}}} } } }""";

    private static string Reference(string id, string target, string verb) =>
        $$$"""{"id":"{{{id}}}","actor":{{{Posted.Learner()}}},"verb":{"id":"https://x.example/verb/{{{verb}}}","display":{"en":"did"}},"object":{"objectType":"StatementRef","id":"{{{target}}}"} }""";

    private static string NewId() => Guid.NewGuid().ToString();

    private async Task<HttpClient> NewPlatformAsync(params string[] scopes)
    {
        using var response = await _http.PostAsJsonAsync("/api/v1/credentials", new { provider = "reader-" + NewId(), scopes });
        var credential = await response.Content.ReadFromJsonAsync<JsonElement>();
        return fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
    }

    private async Task<string> NameAsync(string query, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/xapi/statements?{query}") { Headers = { { "Accept-Language", languages } } };
        using var response = await _http.SendAsync(request);
        var statement = await response.Content.ReadFromJsonAsync<JsonElement>();
        return statement.GetProperty("object").GetProperty("definition").GetProperty("name").GetRawText();
    }

    private async Task<List<string>> IdsAsync(string query, HttpClient? http = null)
    {
        var answer = await (http ?? _http).GetFromJsonAsync<JsonElement>($"/xapi/statements?{query}");
        return [.. answer.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()!)];
    }

    private Task<JsonElement> GetAsync(string query) => _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?{query}");

    private async Task PostAsync(string body) => (await _http.PostAsync("/xapi/statements", Json(body))).EnsureSuccessStatusCode();

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
