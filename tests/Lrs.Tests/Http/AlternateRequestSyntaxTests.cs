using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>xAPI Communication 1.3: everything of a request in the form of a POST.</summary>
[Collection(LrsCollection.Name)]
public sealed class AlternateRequestSyntaxTests(LrsFixture fixture) : IDisposable
{
    private const string Statements = "/xapi/statements";

    private static readonly string[] OfOneAnswer = ["Date", "X-Experience-API-Consistent-Through", "Transfer-Encoding"];

    // No header of its own: all of them are in the form.
    private readonly HttpClient _http = new() { BaseAddress = fixture.Lrs.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Stores_what_PUT_and_POST_carry_and_returns_it()
    {
        var (put, post) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var content = Posted.Statement(put, more: ",\"result\":{\"response\":\"é+☃ & 50% = 𝒳\"}");
        using var stored = await SendAsync("PUT", form: [new("statementId", put), new("content", content), new("Content-Length", "oops")]);
        using var posted = await SendAsync("POST", form: [new("content", $"[{Posted.Statement(post)}]"), new("content-type", "application/json")]);
        using var read = await SendAsync("GET", form: [new("statementId", put)]);
        Assert.Equal(HttpStatusCode.NoContent, stored.StatusCode);
        Assert.Equal($"[\"{post}\"]", await posted.Content.ReadAsStringAsync());
        using var statement = JsonDocument.Parse(await read.Content.ReadAsStringAsync());
        Assert.Equal("é+☃ & 50% = 𝒳", statement.RootElement.GetProperty("result").GetProperty("response").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("limit=2&ascending=true")]
    [InlineData("agent={\"mbox\":\"mailto:a%2Bb@x.example\"}&related_agents=true")]
    [InlineData("statementId=not-a-uuid")]
    [InlineData("statementId=00000000-0000-0000-0000-000000000001")]
    [InlineData("unknown=1")]
    public async Task A_GET_this_way_is_answered_as_GET_is(string query)
    {
        using var direct = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, "1.0.3");
        using var expected = await direct.GetAsync($"{Statements}?{query}");
        var form = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => new KeyValuePair<string, string>(pair[0], Uri.UnescapeDataString(pair[1])));
        using var actual = await SendAsync("GET", form: [.. form]);
        Assert.Equal(expected.StatusCode, actual.StatusCode);
        Assert.Equal(await expected.Content.ReadAsStringAsync(), await actual.Content.ReadAsStringAsync());
        Assert.Equal(HeadersOf(expected), HeadersOf(actual));
    }

    [Fact]
    public async Task A_HEAD_this_way_is_answered_without_body()
    {
        using var head = await SendAsync("HEAD");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("application/json", head.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using var after = await SendAsync("GET", form: [new("limit", "1")]);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Documents_are_kept_merged_read_and_removed_under_their_ETags()
    {
        const string Profile = "/xapi/activities/profile";
        KeyValuePair<string, string>[] place = [new("activityId", $"https://x.example/{Guid.NewGuid()}?a=b&c"), new("profileId", "p +%")];
        using var put = await SendAsync("PUT", Profile, [.. place, new("If-None-Match", "*"), new("content", "{\"a\":\"é\"}"), new("Content-Type", "application/json; charset=utf-8")]);
        using var again = await SendAsync("PUT", Profile, [.. place, new("If-None-Match", "*"), new("content", "{}")]);
        using var post = await SendAsync("POST", Profile, [.. place, new("content", "{\"b\":2}")]);
        using var get = await SendAsync("GET", Profile, place);
        using var list = await SendAsync("GET", Profile, place[0]);
        using var unmatched = await SendAsync("DELETE", Profile, [.. place, new("If-Match", "\"0\"")]);
        using var matched = await SendAsync("DELETE", Profile, [.. place, new("If-Match", get.Headers.ETag!.ToString())]);
        using var gone = await SendAsync("GET", Profile, place);
        Assert.Equal(
            [HttpStatusCode.NoContent, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent, HttpStatusCode.OK],
            new[] { put, again, post, get }.Select(response => response.StatusCode));
        Assert.Equal("{\"a\":\"é\",\"b\":2}", await get.Content.ReadAsStringAsync());
        Assert.Equal("p +%", Assert.Single((await list.Content.ReadFromJsonAsync<string[]>())!));
        Assert.Equal(
            [HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            new[] { unmatched, matched, gone }.Select(response => response.StatusCode));
    }

    [Theory]
    [InlineData("GET", "/xapi/about", HttpStatusCode.OK)]
    [InlineData("GET", "/xapi/statements/", HttpStatusCode.OK)]
    [InlineData("DELETE", Statements, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/xapi/nothing", HttpStatusCode.NotFound)]
    public async Task Every_resource_is_reached(string method, string path, HttpStatusCode expected)
    {
        using var response = await SendAsync(method, path);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("1.0.3", Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
    }

    [Theory]
    [InlineData("?method=PATCH")]
    [InlineData("?method=get")]
    [InlineData("?method=")]
    [InlineData("?method=GET&method=PUT")]
    [InlineData("?Method=GET")]
    [InlineData("?method=GET&limit=1")]
    public async Task Refuses_another_method_and_any_other_parameter_in_the_address(string query)
    {
        using var response = await _http.PostAsync(Statements + query, Form());
        await AssertRefusedAsync(response);
        Assert.Equal("1.0.3", Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Refuses_the_parameter_method_with_any_method_but_POST(string method)
    {
        using var response = await _http.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"{Statements}?method=GET") { Content = Form() });
        await AssertRefusedAsync(response);
    }

    [Theory]
    [InlineData("2.0.0", null)]
    [InlineData(null, "2.0.0")]
    [InlineData("1.0.3", "2.0")]
    public async Task Version_2_refuses_it_wherever_the_version_stands(string? header, string? field)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Statements}?method=GET") { Content = Form(version: field) };
        if (header is not null)
            request.Headers.Add("X-Experience-API-Version", header);
        using var response = await _http.SendAsync(request);
        await AssertRefusedAsync(response);
        Assert.Equal("2.0.0", Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
    }

    [Theory]
    [InlineData(null, "secret", HttpStatusCode.BadRequest)]
    [InlineData("1.1.0", "secret", HttpStatusCode.BadRequest)]
    [InlineData("1.0", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("1.0", "secret", HttpStatusCode.OK)]
    public async Task Version_and_credential_are_looked_at_as_in_any_request(string? version, string secret, HttpStatusCode expected)
    {
        var authorization = Basic(secret == "secret" ? LrsProcess.RootSecret : secret);
        using var response = await _http.PostAsync($"{Statements}?method=GET", Form(version, authorization));
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("null", HttpStatusCode.Unauthorized)]
    public async Task A_credential_that_a_browser_adds_by_itself_does_not_count(string? origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Statements}?method=GET") { Content = Form() };
        request.Headers.Add("Authorization", Basic(LrsProcess.RootSecret));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await _http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("content=%7")]
    [InlineData("content=%ZZ")]
    [InlineData("content=%FF%FE")]
    [InlineData("content=a&content=b")]
    [InlineData("If-Match=a&if-match=b")]
    [InlineData("If-Match=a%0D%0AX-Evil%3A%20b")]
    public async Task Refuses_a_form_that_cannot_be_read_and_repeats_nothing_of_it(string form)
    {
        using var response = await PostRawAsync(form, "application/x-www-form-urlencoded");
        await AssertRefusedAsync(response);
        Assert.DoesNotContain("Evil", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=iso-8859-1", true)]
    [InlineData("text/plain", true)]
    [InlineData(null, true)]
    [InlineData("application/json", false)]
    [InlineData("multipart/form-data; boundary=x", false)]
    public async Task Takes_the_types_that_old_browsers_send_and_no_other(string? type, bool taken)
    {
        using var response = await PostRawAsync(await Form("1.0.3", Basic(LrsProcess.RootSecret)).ReadAsStringAsync(), type);
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_form_without_the_parameter_method()
    {
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, "1.0.3");
        using var response = await http.PostAsync(Statements, Form());
        await AssertRefusedAsync(response);
    }

    [Fact]
    public async Task A_form_beyond_its_limit_is_413_and_nothing_of_it_is_logged()
    {
        var mark = $"mark{Guid.NewGuid():N}";
        using var large = await SendAsync("POST", form: [new("content", mark + new string('x', 5 * 1024 * 1024))]);
        using var refused = await SendAsync("POST", form: [new("content", mark), new("Authorization", mark)]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("application/problem+json", large.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain(mark, fixture.Lrs.Output, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(string method, string path = Statements, params KeyValuePair<string, string>[] form) =>
        _http.PostAsync($"{path}?method={method}", Form("1.0.3", Basic(LrsProcess.RootSecret), form));

    private Task<HttpResponseMessage> PostRawAsync(string form, string? type)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return _http.PostAsync($"{Statements}?method=GET", content);
    }

    private static FormUrlEncodedContent Form(string? version = "1.0.3", string? authorization = null, params KeyValuePair<string, string>[] more)
    {
        var fields = new List<KeyValuePair<string, string>>(more);
        if (version is not null)
            fields.Add(new("X-Experience-API-Version", version));
        if (authorization is not null)
            fields.Add(new("Authorization", authorization));
        return new FormUrlEncodedContent(fields);
    }

    private static string Basic(string secret) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{LrsProcess.RootKey}:{secret}"));

    private static async Task AssertRefusedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("xAPI Communication 1.3", problem.RootElement.GetProperty("rule").GetString());
    }

    private static IEnumerable<string> HeadersOf(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Where(header => !OfOneAnswer.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
}
