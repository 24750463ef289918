using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Tests.Statements.Attachments;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>A stored statement never changes: what comes again under its id is equal and left, or another and refused (xAPI Data 2.3.1, Communication 2.1.1, 2.1.2).</summary>
[Collection(LrsCollection.Name)]
public sealed class StatementComparisonTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly string _id = Guid.NewGuid().ToString();

    [Theory]
    [InlineData(",\"timestamp\":\"2026-01-01T00:00:00Z\"", ",\"timestamp\":\"2026-01-01T07:00:00.000000+07\"")]
    [InlineData("", ",\"stored\":\"2020-01-01T00:00:00Z\",\"version\":\"1.0.0\",\"authority\":{\"mbox\":\"mailto:a@b.c\"}")]
    [InlineData(",\"result\":{\"success\":true,\"score\":{\"raw\":1}}", ",\"result\":{\"score\":{\"raw\":1.0},\"success\":true}")]
    [InlineData(",\"context\":{\"instructor\":{\"mbox\":\"mailto:a@b.c\"}}", ",\"context\":{\"instructor\":{\"mbox\":\"mailto:a@B.c\",\"objectType\":\"Agent\",\"name\":\"A\"}}")]
    public async Task Leaves_an_equal_statement_and_says_yes(string one, string other)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Posted.Statement(_id, more: one)));
        var before = await StoredAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Posted.Statement(_id.ToUpperInvariant(), more: other)));
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(Posted.Statement(more: other)));
        Assert.Equal(before, await StoredAsync());
    }

    [Theory]
    [InlineData("", ",\"result\":{}")]
    [InlineData(",\"result\":{\"duration\":\"PT60S\"}", ",\"result\":{\"duration\":\"PT1M\"}")]
    [InlineData(",\"result\":{\"extensions\":{\"x:y\":[1,2]}}", ",\"result\":{\"extensions\":{\"x:y\":[2,1]}}")]
    public async Task Refuses_another_statement_under_its_id_and_all_that_came_with_it(string one, string other)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Posted.Statement(_id, more: one)));
        var before = await StoredAsync();
        var innocent = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync($"[{Posted.Statement(innocent)},{Posted.Statement(_id, more: other)}]"));
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync(Posted.Statement(more: other)));
        Assert.Equal(before, await StoredAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync($"/xapi/statements?statementId={innocent}")).StatusCode);
    }

    [Fact]
    public async Task Changes_no_definition_by_a_statement_whose_id_is_stored()
    {
        var activity = $"https://x.example/{Guid.NewGuid()}";
        string Naming(string name, string more = "") => Posted.Statement(_id, activity: activity, more: more)
            .Replace($"\"{activity}\"", $"\"{activity}\",\"definition\":{{\"name\":{{\"en\":\"{name}\"}}}}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Naming("First")));
        var (definition, stored) = (await DefinitionAsync(), await StoredAsync());
        Assert.Contains("First", definition, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(Naming("Second")));
        Assert.Equal(HttpStatusCode.Conflict, await PutAsync(Naming("Third", ",\"result\":{\"success\":true}")));
        Assert.Equal((definition, stored), (await DefinitionAsync(), await StoredAsync()));

        Task<string> DefinitionAsync() => _http.GetStringAsync($"/xapi/activities?activityId={activity}");
    }

    [Fact]
    public async Task Compares_what_is_said_of_attachments_but_not_their_order_or_how_their_data_came()
    {
        byte[] data = [1, 2, 3];
        string Stated(string type) => Multipart.Stated(data, type: type, fileUrl: "https://x.example/1");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Multipart.Statement(_id, Stated("a/b"), Stated("a/c"))));
        using var withData = await _http.PostAsync("/xapi/statements", Multipart.Content(Part.Statements(Multipart.Statement(_id, Stated("a/c"), Stated("A/b"))), Part.Attachment(data)));
        Assert.Equal(HttpStatusCode.OK, withData.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(Multipart.Statement(_id, Stated("a/b"), Stated("a/d"))));
    }

    [Fact]
    public async Task Refuses_a_batch_that_has_an_id_twice_in_whatever_case()
    {
        var batch = $"[{Posted.Statement(_id)},{Posted.Statement()},{Posted.Statement(_id.ToUpperInvariant())}]";
        using var response = await _http.PostAsync("/xapi/statements", new StringContent(batch, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(("duplicate_statement_id", 2), (problem.RootElement.GetProperty("code").GetString(), problem.RootElement.GetProperty("index").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync($"/xapi/statements?statementId={_id}")).StatusCode);
    }

    private Task<string> StoredAsync() => _http.GetStringAsync($"/xapi/statements?statementId={_id}");

    private async Task<HttpStatusCode> PostAsync(string body)
    {
        using var response = await _http.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"));
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> PutAsync(string body)
    {
        using var response = await _http.PutAsync($"/xapi/statements?statementId={_id}", new StringContent(body, Encoding.UTF8, "application/json"));
        return response.StatusCode;
    }
}
