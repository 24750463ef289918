using System.Net;
using System.Net.Sockets;
using System.Text;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>What holds for every xAPI resource, whatever it keeps: its methods, HEAD, its address, and what is said before a body is read.</summary>
[Collection(LrsCollection.Name)]
public sealed class MethodsTests(LrsFixture fixture)
{
    private const string OfDocuments = "DELETE,GET,HEAD,OPTIONS,POST,PUT";
    private const string Activity = "activityId=https://lms.example.go.id/course/1";
    private const string Agent = "agent=%7B%22mbox%22:%22mailto:methods@x.example%22%7D";

    /// <summary>Path, methods in the order of letters, and parameters with which GET answers 200.</summary>
    public static TheoryData<string, string, string> Resources => new()
    {
        { "/xapi/statements", "GET,HEAD,OPTIONS,POST,PUT", "limit=1" },
        { "/xapi/activities/state", OfDocuments, $"{Activity}&{Agent}" },
        { "/xapi/activities/profile", OfDocuments, Activity },
        { "/xapi/agents/profile", OfDocuments, Agent },
        { "/xapi/activities", "GET,HEAD,OPTIONS", Activity },
        { "/xapi/agents", "GET,HEAD,OPTIONS", Agent },
        { "/xapi/about", "GET,HEAD,OPTIONS", "" },
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task OPTIONS_names_the_methods_to_anyone(string path, string methods, string query)
    {
        using var nobody = new HttpClient { BaseAddress = fixture.Lrs.Address };
        using var options = await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Options, $"{path}?{query}"));
        Assert.Equal(HttpStatusCode.NoContent, options.StatusCode);
        Assert.Equal(methods, string.Join(',', options.Content.Headers.Allow.Order(StringComparer.Ordinal)));
        Assert.True(options.Headers.Contains("X-Experience-API-Version"));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_method_that_a_resource_has_not_is_405_with_those_it_has(string path, string methods, string query)
    {
        using var response = await fixture.Lrs.Root.SendAsync(new HttpRequestMessage(HttpMethod.Patch, $"{path}?{query}"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(methods, string.Join(',', response.Content.Headers.Allow.Order(StringComparer.Ordinal)));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task HEAD_is_GET_without_the_body_and_a_slash_at_the_end_changes_nothing(string path, string methods, string query)
    {
        Assert.Contains("HEAD", methods, StringComparison.Ordinal);
        using var get = await fixture.Lrs.Root.GetAsync($"{path}?{query}");
        using var slash = await fixture.Lrs.Root.GetAsync($"{path}/?{query}");
        using var head = await fixture.Lrs.Root.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{path}?{query}"));
        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.Equal(HttpStatusCode.OK, slash.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.NotNull(get.Content.Headers.ContentLength);
        Assert.Equal(HeadersOf(get), HeadersOf(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task The_body_of_a_GET_is_not_looked_at(string path, string methods, string query)
    {
        Assert.Contains("GET", methods, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}?{query}") { Content = new ByteArrayContent([1, 2, 3]) };
        using var response = await fixture.Lrs.Root.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.Date);
        Assert.Single(response.Headers.GetValues("Date"));
    }

    /// <summary>RFC 9111 4.2.2: without a word on it, a browser would show statements and states of last week for hours.</summary>
    [Theory]
    [MemberData(nameof(Resources))]
    public async Task No_answer_may_be_given_again_by_a_cache_that_does_not_ask(string path, string methods, string query)
    {
        Assert.Contains("GET", methods, StringComparison.Ordinal);
        foreach (var url in new[] { $"{path}?{query}", $"{path}?unknown=1", $"{path}/nothing" })
        {
            using var response = await fixture.Lrs.Root.GetAsync(url);
            Assert.True(response.Headers.CacheControl?.NoCache, $"{url}: {(int)response.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Two_slashes_are_read_as_the_one_that_was_meant(string path, string methods, string query)
    {
        Assert.Contains("GET", methods, StringComparison.Ordinal);
        foreach (var doubled in new[] { path.Replace("/xapi/", "/xapi//", StringComparison.Ordinal), "/" + path, path + "//" })
        {
            using var response = await fixture.Lrs.Root.GetAsync(new Uri($"{fixture.Lrs.Address.GetLeftPart(UriPartial.Authority)}{doubled}?{query}"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            Assert.True(response.Headers.Contains("X-Experience-API-Version"), doubled);
        }
    }

    [Fact]
    public async Task An_address_may_be_as_long_as_a_large_group_makes_it()
    {
        var member = $$"""{"mbox":"mailto:{{new string('x', 60)}}@x.example"}""";
        var group = $$"""{"objectType":"Group","mbox":"mailto:group@x.example","member":[{{string.Join(',', Enumerable.Repeat(member, 200))}}]}""";
        using var response = await fixture.Lrs.Root.GetAsync($"/xapi/statements?limit=1&agent={Uri.EscapeDataString(group)}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task HEAD_of_a_refusal_says_its_length_too()
    {
        var path = $"/xapi/statements?statementId={Guid.NewGuid()}";
        using var get = await fixture.Lrs.Root.GetAsync(path);
        using var head = await fixture.Lrs.Root.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("Authorization: Basic d3Jvbmc6d3Jvbmc=", 100, "401")]
    [InlineData("X-Experience-API-Version: 3.0", 100, "400")]
    [InlineData("Content-Encoding: zstd", 100, "415")]
    [InlineData("", 2_000_000_000, "413")]
    [InlineData("", 2, "100")]
    public async Task A_client_that_expects_100_Continue_learns_before_it_sends(string header, long length, string expected)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(fixture.Lrs.Address.Host, fixture.Lrs.Address.Port);
        var headers = new List<string> { "Host: x", "Expect: 100-continue", $"Content-Length: {length}", "Content-Type: application/json" };
        var name = header.Split(':')[0];
        headers.AddRange(new[] { $"Authorization: {fixture.Lrs.Root.DefaultRequestHeaders.Authorization}", "X-Experience-API-Version: 2.0.0" }
            .Where(own => !own.StartsWith(name + ":", StringComparison.Ordinal)));
        if (header.Length > 0)
            headers.Add(header);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /xapi/statements HTTP/1.1\r\n{string.Join("\r\n", headers)}\r\n\r\n"));
        using var answer = new StreamReader(socket.GetStream());
        Assert.StartsWith($"HTTP/1.1 {expected} ", await answer.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/xapi")]
    [InlineData("/xapi/nothing")]
    [InlineData("/xapi/statements/more")]
    public async Task An_address_where_nothing_is_says_so(string path)
    {
        using var response = await fixture.Lrs.Root.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<string> HeadersOf(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "X-Experience-API-Consistent-Through"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
}
