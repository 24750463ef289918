using System.Net;
using System.Text;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>The form of an error is what Accept prefers of JSON, text and HTML (xAPI Communication 3.2), whoever refused the request.</summary>
[Collection(LrsCollection.Name)]
public sealed class ReadableProblemsTests(LrsFixture fixture)
{
    private const string Json = "application/problem+json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/json, text/plain, */*", Json)]
    [InlineData("text/html;q=0.9, application/*;q=0.9", Json)]
    [InlineData("image/png", Json)]
    [InlineData("nonsense", Json)]
    [InlineData("text/plain", "text/plain")]
    [InlineData("text/*, */*;q=0.5", "text/plain")]
    [InlineData("application/json;q=0, */*", "text/plain")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    public async Task Are_in_the_form_that_is_preferred(string? accept, string expected)
    {
        using var stranger = fixture.Lrs.NewClient("nobody", "secret");
        foreach (var (http, method, path, status) in new[]
        {
            (fixture.Lrs.Root, "GET", "statements?limit=-1", HttpStatusCode.BadRequest),
            (fixture.Lrs.Root, "GET", $"activities/profile?activityId=https://x.example/{Guid.NewGuid()}&profileId=none", HttpStatusCode.NotFound),
            (fixture.Lrs.Root, "GET", "nothing", HttpStatusCode.NotFound),
            (fixture.Lrs.Root, "PATCH", "statements", HttpStatusCode.MethodNotAllowed),
            (stranger, "GET", "agents?agent=x", HttpStatusCode.Unauthorized),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/xapi/{path}");
            if (accept is not null)
                request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await http.SendAsync(request);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(expected, response.Content.Headers.ContentType?.MediaType);
            Assert.Contains($"{(int)status}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(response.Headers.Contains("X-Experience-API-Version"));
        }
    }

    [Fact]
    public async Task Do_not_let_what_came_become_part_of_a_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements");
        request.Headers.Add("Accept", "text/html");
        request.Content = new StringContent(Posted.Statement(timestamp: "<script>alert(1)</script>"), Encoding.UTF8, "application/json");
        using var response = await fixture.Lrs.Root.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("timestamp", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }
}
