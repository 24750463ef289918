using System.Net;
using System.Net.Http.Json;
using System.Text;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>Which pages a browser lets see an answer: those that the credential allows.</summary>
[Collection(LrsCollection.Name)]
public sealed class CrossOriginTests(LrsFixture fixture)
{
    private const string Statements = "/xapi/statements";

    private readonly string _origin = $"https://{Guid.NewGuid():N}.example";

    [Theory]
    [InlineData("GET", Statements, HttpStatusCode.OK)]
    [InlineData("HEAD", Statements, HttpStatusCode.OK)]
    [InlineData("GET", "/xapi/about", HttpStatusCode.OK)]
    [InlineData("GET", "/xapi/statements?limit=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/xapi/nothing", HttpStatusCode.NotFound)]
    [InlineData("DELETE", Statements, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", Statements, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_page_sees_every_answer_to_a_credential_that_allows_its_origin(string method, string path, HttpStatusCode expected)
    {
        var platform = await Platform.NewAsync(fixture.Lrs, allowedOrigins: [_origin]);
        using var http = platform.NewClient();
        using var response = await SendAsync(http, method, path, _origin);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(_origin, Header(response, "Access-Control-Allow-Origin"));
        Assert.Contains("Origin", response.Headers.Vary);
        Assert.Contains("X-Experience-API-Consistent-Through", Header(response, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_page_of_another_origin_sees_nothing_though_another_credential_allows_it()
    {
        var (own, other) = (await Platform.NewAsync(fixture.Lrs, allowedOrigins: [_origin]), await Platform.NewAsync(fixture.Lrs));
        using var http = other.NewClient();
        using var response = await SendAsync(http, "GET", Statements, _origin);
        using var elsewhere = await SendAsync(own.NewClient(), "GET", Statements, "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
        Assert.Null(Header(elsewhere, "Access-Control-Allow-Origin"));
        Assert.Contains("Origin", elsewhere.Headers.Vary);
    }

    [Fact]
    public async Task A_preflight_is_answered_without_credential_while_any_credential_allows_the_origin()
    {
        var platform = await Platform.NewAsync(fixture.Lrs, allowedOrigins: ["https://a.example", _origin]);
        using var nobody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        using var allowed = await PreflightAsync(nobody);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal(_origin, Header(allowed, "Access-Control-Allow-Origin"));
        Assert.Contains("PUT", Header(allowed, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        var headers = Header(allowed, "Access-Control-Allow-Headers")!;
        Assert.All(
            (string[])["Authorization", "Content-Type", "If-Match", "If-None-Match", "X-Experience-API-Version", "X-Experience-API-Hash", "Accept-Language"],
            header => Assert.Contains(header, headers, StringComparison.Ordinal));
        Assert.NotNull(Header(allowed, "Access-Control-Max-Age"));

        using var set = await fixture.Lrs.Root.PutAsJsonAsync($"/api/v1/credentials/{platform.Key}/allowed-origins", new { allowedOrigins = Array.Empty<string>() });
        using var refused = await PreflightAsync(nobody);
        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.DoesNotContain(refused.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revoked_credential_allows_no_origin()
    {
        var platform = await Platform.NewAsync(fixture.Lrs, allowedOrigins: [_origin]);
        using var nobody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        nobody.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        using var unauthorized = await SendAsync(nobody, "GET", Statements, _origin);
        Assert.Equal(HttpStatusCode.Unauthorized, unauthorized.StatusCode);
        Assert.Equal(_origin, Header(unauthorized, "Access-Control-Allow-Origin"));
        using var revoked = await fixture.Lrs.Root.DeleteAsync($"/api/v1/credentials/{platform.Key}");
        using var after = await SendAsync(nobody, "GET", Statements, _origin);
        Assert.Null(Header(after, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_alternate_request_syntax_is_shared_by_the_credential_in_its_form()
    {
        var (own, other) = (await Platform.NewAsync(fixture.Lrs, allowedOrigins: [_origin]), await Platform.NewAsync(fixture.Lrs));
        using var nobody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        foreach (var (platform, expected) in new[] { (own, _origin), (other, null) })
        {
            var form = new Dictionary<string, string>
            {
                ["Authorization"] = platform.Authorization.ToString(),
                ["X-Experience-API-Version"] = "1.0.3",
            };
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Statements}?method=GET") { Content = new FormUrlEncodedContent(form) };
            request.Headers.Add("Origin", _origin);
            using var response = await nobody.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(expected, Header(response, "Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Nothing_but_the_xAPI_resources_is_shared()
    {
        var platform = await Platform.NewAsync(fixture.Lrs, allowedOrigins: [_origin]);
        using var http = platform.NewClient();
        foreach (var path in (string[])["/api/v1/session", "/health/live"])
        {
            using var response = await SendAsync(http, "GET", path, _origin);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Null(Header(response, "Access-Control-Allow-Origin"));
        }
    }

    private async Task<HttpResponseMessage> PreflightAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, $"{Statements}?statementId={Guid.NewGuid()}");
        request.Headers.Add("Origin", _origin);
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-experience-api-version");
        return await http.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string method, string path, string origin)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", origin);
        if (method == "POST")
        {
            request.Content = new StringContent(new string(' ', 17 * 1024 * 1024), Encoding.UTF8, "application/json");
            request.Headers.ExpectContinue = true;
        }

        return await http.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;
}
