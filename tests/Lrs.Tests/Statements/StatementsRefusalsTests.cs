using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>The edges of the Statements resource: what every answer says, and what only just passes.</summary>
[Collection(LrsCollection.Name)]
public sealed class StatementsRefusalsTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    [Theory]
    [InlineData("GET", "root", "2.0.0", HttpStatusCode.OK)]
    [InlineData("HEAD", "root", "2.0.0", HttpStatusCode.OK)]
    [InlineData("GET", "nobody", "2.0.0", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "root", "3.0", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "root", "2.0.0", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "root", "1.0.3", HttpStatusCode.BadRequest)]
    public async Task Says_version_and_consistency_on_every_answer(string method, string key, string version, HttpStatusCode expected)
    {
        using var http = fixture.Lrs.NewClient(key, LrsProcess.RootSecret, version);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/xapi/statements?limit=1");
        if (method == "POST")
            request.RequestUri = new Uri("/xapi/statements", UriKind.Relative);
        using var response = await http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(version == "1.0.3" ? version : "2.0.0", Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
        Assert.True(DateTimeOffset.TryParse(Assert.Single(response.Headers.GetValues("X-Experience-API-Consistent-Through")), out _));
    }

    [Fact]
    public async Task Says_the_reason_in_letters_that_people_read()
    {
        using var response = await PostAsync(Posted.Statement(more: ",\"timestamp\":\"14 März + <b>\""));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("14 März + <b>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_attachment_that_says_not_where_its_data_is()
    {
        var attachment = JsonNode.Parse(Some.Attachment)!.AsObject();
        attachment.Remove("fileUrl");
        using var response = await PostAsync($"[{Posted.Statement()},{Posted.Statement(more: $",\"attachments\":[{attachment.ToJsonString()}]")}]");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((1, "missing_attachment_data"), (problem.GetProperty("index").GetInt32(), problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("since=0001-01-01T00:00:00Z&limit=0")]
    [InlineData("until=9999-12-31T23:59:59Z&since=1899-01-01T00:00:00Z")]
    [InlineData("format=exact&attachments=false")]
    public async Task Answers_a_query_at_the_edge(string query) =>
        Assert.NotEmpty((await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?{query}", await OneStoredAsync())).GetProperty("statements").EnumerateArray());

    [Theory]
    [InlineData("format=pretty")]
    [InlineData("attachments=1")]
    public async Task Refuses_a_value_that_a_parameter_does_not_have(string query)
    {
        using var response = await _http.GetAsync($"/xapi/statements?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Takes_a_batch_of_none_but_no_array_to_PUT()
    {
        using var none = await PostAsync("[]");
        using var put = await _http.PutAsync($"/xapi/statements?statementId={Guid.NewGuid()}", Json($"[{Posted.Statement()}]"));
        using var putNone = await _http.PutAsync($"/xapi/statements?statementId={Guid.NewGuid()}", Json("[]"));
        Assert.Equal("[]", await none.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, putNone.StatusCode);
    }

    [Theory]
    [InlineData(",\"context\":{\"registration\":\"\\u0045C531277-B57B-4C15-8D91-D292C5B2B8F7\"}")]
    [InlineData(",\"result\":{\"score\":{\"raw\":1e400},\"extensions\":{\"https://x.example\":1e999999,\"https://y.example\":null}}")]
    [InlineData(",\"timestamp\":\"0001-01-01T00:00Z\"")]
    [InlineData(",\"timestamp\":\"9999-12-31T23:59:59.999999999Z\"")]
    [InlineData(",\"context\":{\"contextActivities\":{\"parent\":[],\"other\":{\"id\":\"x:y\"}},\"contextAgents\":[],\"extensions\":{}}")]
    [InlineData(",\"context\":{\"statement\":{\"objectType\":\"StatementRef\",\"id\":\"00000000-0000-0000-0000-000000000000\"}},\"result\":{}")]
    public async Task Returns_an_odd_statement_byte_for_byte_as_far_as_it_was_sent(string more)
    {
        var id = Guid.NewGuid().ToString().ToUpperInvariant();
        using var response = await PostAsync(Posted.Statement(id, more: more));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await _http.GetStringAsync($"/xapi/statements?statementId={id}");
        Assert.Contains(more.Replace("{\"id\":\"x:y\"}", "[{\"id\":\"x:y\"}]", StringComparison.Ordinal), text, StringComparison.Ordinal);
        Assert.Contains(id, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_body_that_breaks_the_framing_of_HTTP_as_the_clients_mistake()
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(fixture.Lrs.Address.Host, fixture.Lrs.Address.Port);
        var request = $"POST /xapi/statements HTTP/1.1\r\nHost: x\r\nAuthorization: {_http.DefaultRequestHeaders.Authorization}\r\n"
            + "X-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new StreamReader(socket.GetStream());
        var head = await answer.ReadLineAsync();
        var rest = await answer.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.StartsWith("HTTP/1.1 400", head, StringComparison.Ordinal);
        Assert.Contains("X-Experience-API-Version: 1.0.3", rest, StringComparison.Ordinal);
        Assert.Contains("X-Experience-API-Consistent-Through: ", rest, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_group_of_very_many_members_in_a_moment()
    {
        var members = string.Join(',', Enumerable.Range(0, 150_000).Select(i => $"{{\"mbox\":\"mailto:{i}@x.example\"}}"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await _http.PostAsync(
            "/xapi/statements", Json(Posted.Statement(actor: $"{{\"objectType\":\"Group\",\"member\":[{members}]}}")), patience.Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<CancellationToken> OneStoredAsync()
    {
        using var response = await PostAsync(Posted.Statement());
        response.EnsureSuccessStatusCode();
        return CancellationToken.None;
    }

    private Task<HttpResponseMessage> PostAsync(string body) => _http.PostAsync("/xapi/statements", Json(body));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
}
