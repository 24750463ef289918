using System.Net;
using System.Text;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>The table of all resources (xAPI Communication 2.0, Appendix B), and what holds for every answer of each.</summary>
[Collection(LrsCollection.Name)]
public sealed class ResourcesTests(LrsFixture fixture)
{
    private const string Agent = "agent=%7B%22mbox%22%3A%22mailto%3Aa%40x.example%22%7D";
    private const string Activity = "activityId=https://x.example/a";

    private static readonly string[] Versions = ["1.0.3", "2.0.0"];

    public static TheoryData<string> Resources { get; } =
    [
        "statements?limit=1",
        $"activities/state?{Activity}&{Agent}",
        $"agents/profile?{Agent}",
        $"activities/profile?{Activity}",
        $"activities?{Activity}",
        $"agents?{Agent}",
        "about",
    ];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Every_resource_of_the_table_is_there(string resource)
    {
        foreach (var version in Versions)
        {
            using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
            using var response = await http.GetAsync($"/xapi/{resource}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        }
    }

    /// <summary>Each method with the parameters that it takes; # is another text each time.</summary>
    public static TheoryData<string, string> Requests { get; } = new()
    {
        { "GET HEAD", "statements?limit=1" },
        { "POST", "statements" },
        { "PUT", "statements?statementId=#" },
        { "GET HEAD PUT POST DELETE", $"activities/state?{Activity}&{Agent}&stateId=#&registration=12345678-1234-5678-9234-567812345678" },
        { "GET HEAD DELETE", $"activities/state?{Activity}&{Agent}" },
        { "GET HEAD PUT POST DELETE", $"agents/profile?{Agent}&profileId=#" },
        { "GET HEAD", $"agents/profile?{Agent}&since=2026-01-01T00:00:00Z" },
        { "GET HEAD PUT POST DELETE", $"activities/profile?{Activity}&profileId=#" },
        { "GET HEAD", $"activities?{Activity}" },
        { "GET HEAD", $"agents?{Agent}" },
        { "GET HEAD", "about" },
    };

    /// <summary>3.2: 400 for a parameter that is not known here, and for one that is but in other letters.</summary>
    [Theory]
    [MemberData(nameof(Requests))]
    public async Task No_resource_takes_a_parameter_that_it_does_not_know_nor_one_in_other_letters(string methods, string address)
    {
        string[] unknown = ["unknown", "Limit", "Agent", "activityID", "StatementId", "stateid", "ProfileId", "Registration", "SINCE", "Method"];
        foreach (var version in Versions)
        {
            using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
            foreach (var method in methods.Split(' '))
            {
                var url = $"/xapi/{address.Replace("#", Guid.NewGuid().ToString(), StringComparison.Ordinal)}";
                foreach (var name in unknown)
                    Assert.Equal(HttpStatusCode.BadRequest, await StatusOfAsync(http, method, $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}=1"));
                Assert.NotEqual(HttpStatusCode.BadRequest, await StatusOfAsync(http, method, url));
            }
        }

        static async Task<HttpStatusCode> StatusOfAsync(HttpClient http, string method, string url)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            if (method is "PUT" or "POST")
                request.Content = new StringContent(Posted.Statement(), Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request);
            return response.StatusCode;
        }
    }

    /// <summary>3.3: whatever the method; 4.0. About alone is for everybody (2.8).</summary>
    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Every_resource_but_About_wants_a_version_that_is_spoken_and_a_credential(string resource)
    {
        using var http = new HttpClient { BaseAddress = fixture.Lrs.Address };
        foreach (var method in resource == "about" ? ["GET", "HEAD"] : new[] { "GET", "HEAD", "PUT", "POST", "DELETE" })
        {
            foreach (var version in new[] { null, "0.95", "1.1.0", "2.1.0", "three" })
                await AssertAnswerAsync(method, version, HttpStatusCode.BadRequest, "2.0.0");
            foreach (var version in method is "GET" or "HEAD" ? Versions : [])
                await AssertAnswerAsync(method, version, HttpStatusCode.Unauthorized, version);
        }

        async Task AssertAnswerAsync(string method, string? version, HttpStatusCode expected, string named)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/xapi/{resource}");
            if (version is not null)
                request.Headers.TryAddWithoutValidation("X-Experience-API-Version", version);
            if (expected == HttpStatusCode.BadRequest)
                request.Headers.Authorization = fixture.Lrs.Root.DefaultRequestHeaders.Authorization;
            using var response = await http.SendAsync(request);
            Assert.Equal(resource == "about" ? HttpStatusCode.OK : expected, response.StatusCode);
            Assert.Equal(named, Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Every_answer_with_content_says_of_which_type(string resource)
    {
        foreach (var version in Versions)
        {
            using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
            using var nobody = fixture.Lrs.NewClient("nobody", "secret", version);
            foreach (var client in new[] { http, nobody })
            {
                foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "PATCH" })
                {
                    foreach (var url in new[] { $"/xapi/{resource}", $"/xapi/{resource.Split('?')[0]}?unknown=1" })
                    {
                        using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = new StringContent("{", Encoding.UTF8, "application/json") };
                        using var response = await client.SendAsync(request);
                        var length = (await response.Content.ReadAsByteArrayAsync()).Length;
                        Assert.True(length == 0 || response.Content.Headers.ContentType is not null, $"{method} {url}: {(int)response.StatusCode}");
                        Assert.True(response.IsSuccessStatusCode || length > 0, $"{method} {url}: {(int)response.StatusCode} without a word");
                    }
                }
            }
        }
    }
}
