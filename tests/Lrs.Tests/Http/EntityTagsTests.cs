using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>xAPI Communication 3.1 for what is no document but has concurrency controls by 2.4 and 2.5, or is a list of documents.</summary>
[Collection(LrsCollection.Name)]
public sealed class EntityTagsTests(LrsFixture fixture)
{
    private const string Agent = "agent=%7B%22mbox%22%3A%22mailto%3Aa%40x.example%22%7D";
    private const string Activity = "activityId=https://x.example/a";

    private static readonly string[] Versions = ["1.0.3", "2.0.0"];

    public static TheoryData<string> Answers { get; } =
    [
        $"agents?{Agent}",
        $"activities?{Activity}",
        $"activities/state?{Activity}&{Agent}",
        $"agents/profile?{Agent}",
        $"activities/profile?{Activity}",
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Are_the_SHA1_of_the_contents_in_quotes_on_every_answer_with_concurrency_controls(string resource)
    {
        foreach (var version in Versions)
        {
            using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
            using var response = await http.GetAsync($"/xapi/{resource}");
            var contents = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal($"\"{Convert.ToHexStringLower(SHA1.HashData(contents))}\"", Assert.Single(response.Headers.GetValues("ETag")));
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Refuse_what_another_one_was_asked_for_and_say_so(string resource)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/xapi/{resource}") { Headers = { { "If-Match", "\"0\"" } } };
        using var response = await fixture.Lrs.Root.SendAsync(request);
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Spare_a_client_what_it_has(string resource)
    {
        foreach (var version in Versions)
        {
            using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
            using var first = await http.GetAsync($"/xapi/{resource}");
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/xapi/{resource}");
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
            using var again = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            Assert.Equal(version, Assert.Single(again.Headers.GetValues("X-Experience-API-Version")));
        }
    }
}
