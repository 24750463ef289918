using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

[Collection(LrsCollection.Name)]
public sealed class StatementsEndpointsTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    [Fact]
    public async Task Answers_the_ids_in_the_order_of_the_statements()
    {
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid().ToString()).ToList();
        using var response = await PostAsync("[" + string.Join(',', ids.Select(id => Posted.Statement(id))) + "]");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(ids, await response.Content.ReadFromJsonAsync<List<string>>());
    }

    [Fact]
    public async Task Returns_a_statement_as_it_came_with_what_the_LRS_sets()
    {
        var id = Guid.NewGuid().ToString();
        using var put = await PutAsync(id, Posted.Statement(timestamp: "2026-03-14T16:26:53.5891234+07:00", more: ",\"result\":{\"score\":{\"raw\":1.10}}"));
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);

        var text = await _http.GetStringAsync($"/xapi/statements?statementId={id}");
        using var statement = JsonDocument.Parse(text);
        Assert.Equal(id, statement.RootElement.GetProperty("id").GetString());
        Assert.Equal("2026-03-14T09:26:53.5891234Z", statement.RootElement.GetProperty("timestamp").GetString());
        Assert.Equal("2.0.0", statement.RootElement.GetProperty("version").GetString());
        Assert.Equal("Agent", statement.RootElement.GetProperty("authority").GetProperty("objectType").GetString());
        Assert.True(statement.RootElement.TryGetProperty("stored", out _));
        Assert.Contains("\"raw\":1.10", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returns_a_single_context_activity_as_an_array()
    {
        var id = Guid.NewGuid().ToString();
        using var post = await PostAsync(Posted.Statement(id, more: ",\"context\":{\"contextActivities\":{\"parent\":{\"id\":\"https://x.example/p\"}}}"));
        post.EnsureSuccessStatusCode();
        var statement = await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?statementId={id}");
        var parent = statement.GetProperty("context").GetProperty("contextActivities").GetProperty("parent");
        Assert.Equal("https://x.example/p", Assert.Single(parent.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Leaves_an_equal_statement_as_it_was_and_refuses_another_under_its_id()
    {
        var id = Guid.NewGuid().ToString();
        using var first = await PutAsync(id, Posted.Statement(id));
        var stored = await _http.GetStringAsync($"/xapi/statements?statementId={id}");
        using var again = await PutAsync(id, Posted.Statement(id, timestamp: "2026-01-01T00:00:00Z"));
        using var other = await PutAsync(id, Posted.Statement(id, activity: "https://other.example/course"));
        using var batch = await PostAsync($"[{Posted.Statement()},{Posted.Statement(id, activity: "https://other.example/course")}]");
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, batch.StatusCode);
        Assert.Equal(stored, await _http.GetStringAsync($"/xapi/statements?statementId={id}"));
    }

    [Fact]
    [Trait(TestStream.Trait, TestStream.Embedded)]
    public async Task Keeps_one_of_two_different_statements_that_arrive_at_once_under_one_id()
    {
        for (var round = 0; round < 20; round++)
        {
            var id = Guid.NewGuid().ToString();
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PutAsync(id, Posted.Statement(activity: $"https://x.example/{i}"))));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
            Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
            Assert.Single(await ListAsync($"agent={Uri.EscapeDataString(Posted.Learner())}&limit=500"), found => found.GetProperty("id").GetString() == id);
        }
    }

    [Fact]
    public async Task Stores_nothing_of_a_batch_with_one_bad_statement_and_names_it()
    {
        var id = Guid.NewGuid().ToString();
        using var response = await PostAsync($"[{Posted.Statement(id)},{Posted.Statement(verb: "no-iri")}]");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, problem.GetProperty("index").GetInt32());
        Assert.Equal("verb.id", problem.GetProperty("path").GetString());
        Assert.Equal("invalid_iri", problem.GetProperty("code").GetString());

        using var found = await _http.GetAsync($"/xapi/statements?statementId={id}");
        Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
    }

    [Fact]
    [Trait(TestStream.Trait, TestStream.Embedded)]
    public async Task Pages_through_a_filter_without_skipping_or_repeating()
    {
        var registration = Guid.NewGuid().ToString();
        var ids = Enumerable.Range(0, 23).Select(_ => Guid.NewGuid().ToString()).ToList();
        foreach (var chunk in ids.Chunk(5))
        {
            var context = $",\"context\":{{\"registration\":\"{registration}\"}}";
            using var post = await PostAsync("[" + string.Join(',', chunk.Select(id => Posted.Statement(id, more: context))) + "]");
            post.EnsureSuccessStatusCode();
        }

        foreach (var ascending in new[] { true, false })
        {
            var found = new List<string>();
            var page = $"/xapi/statements?registration={registration}&limit=4&ascending={(ascending ? "true" : "false")}";
            while (page.Length > 0)
            {
                var answer = await _http.GetFromJsonAsync<JsonElement>(page);
                found.AddRange(answer.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()!));
                page = answer.GetProperty("more").GetString()!;
            }

            Assert.Equal(ascending ? ids : Enumerable.Reverse(ids), found);
        }
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("verb")]
    [InlineData("activity")]
    [InlineData("registration")]
    public async Task Finds_by(string filter)
    {
        var (name, verb, activity, registration) = (Guid.NewGuid().ToString(), $"https://x.example/verb/{Guid.NewGuid()}", $"https://x.example/{Guid.NewGuid()}", Guid.NewGuid());
        var id = Guid.NewGuid().ToString();
        using var post = await PostAsync(Posted.Statement(id, Posted.Learner(name), verb, activity, more: $",\"context\":{{\"registration\":\"{registration}\"}}"));
        post.EnsureSuccessStatusCode();

        var value = filter switch { "agent" => Posted.Learner(name), "verb" => verb, "activity" => activity, _ => registration.ToString() };
        var found = await ListAsync($"{filter}={Uri.EscapeDataString(value)}");
        Assert.Equal(id, Assert.Single(found).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Hides_a_voided_statement_from_lists_whichever_came_first()
    {
        foreach (var voidFirst in new[] { true, false })
        {
            var (target, voiding) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
            var activity = $"https://x.example/{Guid.NewGuid()}";
            var voidingStatement = $$$"""
                {"id":"{{{voiding}}}","actor":{{{Posted.Learner()}}},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"objectType":"StatementRef","id":"{{{target}}}"}}
                """;
            string[] order = [Posted.Statement(target, activity: activity), voidingStatement];
            foreach (var statement in voidFirst ? order.Reverse() : order)
                (await PostAsync(statement)).EnsureSuccessStatusCode();

            // xAPI Communication 2.1.4: what refers to the voided one is still found by its values, the voiding statement too.
            var found = Assert.Single(await ListAsync($"activity={Uri.EscapeDataString(activity)}"));
            Assert.Equal(voiding, found.GetProperty("id").GetString());
            Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync($"/xapi/statements?statementId={target}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync($"/xapi/statements?voidedStatementId={target}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync($"/xapi/statements?statementId={voiding}")).StatusCode);
        }
    }

    [Fact]
    public async Task A_platform_reads_its_own_statements_only()
    {
        using var mine = await NewPlatformAsync("platform-" + Guid.NewGuid().ToString("N"));
        var (own, foreign) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        (await mine.PostAsync("/xapi/statements", Json(Posted.Statement(own)))).EnsureSuccessStatusCode();
        (await PostAsync(Posted.Statement(foreign))).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync($"/xapi/statements?statementId={own}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync($"/xapi/statements?statementId={foreign}")).StatusCode);
        var list = await mine.GetFromJsonAsync<JsonElement>("/xapi/statements");
        Assert.Equal(own, Assert.Single(list.GetProperty("statements").EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("statementId=x")]
    [InlineData("StatementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee")]
    [InlineData("limit=-1")]
    [InlineData("ascending=yes")]
    [InlineData("agent=%7B%7D")]
    [InlineData("agent=nonsense")]
    [InlineData("verb=completed")]
    [InlineData("since=yesterday")]
    [InlineData("more=abc")]
    [InlineData("statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee&verb=https://x.example")]
    public async Task Refuses_the_query(string query)
    {
        using var response = await _http.GetAsync($"/xapi/statements?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(response.Headers.Contains("X-Experience-API-Consistent-Through"));
        Assert.Equal("2.0.0", Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
    }

    [Fact]
    public async Task Needs_a_version_and_a_credential()
    {
        using var noVersion = new HttpClient { BaseAddress = fixture.Lrs.Address };
        noVersion.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;
        using var wrong = fixture.Lrs.NewClient(LrsProcess.RootKey, "wrong");
        Assert.Equal(HttpStatusCode.BadRequest, (await noVersion.GetAsync("/xapi/statements")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await wrong.GetAsync("/xapi/statements")).StatusCode);
        using var nobody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        var about = await nobody.GetFromJsonAsync<JsonElement>("/xapi/about");
        Assert.Equal(["1.0.3", "2.0.0"], about.GetProperty("version").EnumerateArray().Select(version => version.GetString()));
    }

    private async Task<HttpClient> NewPlatformAsync(string provider)
    {
        using var response = await _http.PostAsJsonAsync("/api/v1/credentials", new { provider, scopes = new[] { "statements/write", "statements/read/mine" } });
        var credential = await response.Content.ReadFromJsonAsync<JsonElement>();
        return fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
    }

    private async Task<List<JsonElement>> ListAsync(string query)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?{query}");
        return [.. answer.GetProperty("statements").EnumerateArray()];
    }

    private Task<HttpResponseMessage> PostAsync(string body) => _http.PostAsync("/xapi/statements", Json(body));

    private Task<HttpResponseMessage> PutAsync(string id, string body) => _http.PutAsync($"/xapi/statements?statementId={id}", Json(body));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
