using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>The link to the next page (xAPI Data 2.5).</summary>
[Collection(LrsCollection.Name)]
public sealed class MoreLinkTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    [Fact]
    public async Task Is_a_short_path_on_the_same_host_and_empty_at_the_end()
    {
        var activity = $"https://x.example/{Guid.NewGuid()}/{new string('a', 1500)}";
        var batch = string.Join(',', Enumerable.Range(0, 3).Select(_ => Posted.Statement(activity: activity)));
        using var post = await _http.PostAsync("/xapi/statements", new StringContent($"[{batch}]", Encoding.UTF8, "application/json"));
        post.EnsureSuccessStatusCode();

        var more = await MoreAsync($"/xapi/statements?activity={activity}&agent={Uri.EscapeDataString(Posted.Learner())}&related_agents=true&limit=2");
        Assert.StartsWith("/xapi/statements?", more, StringComparison.Ordinal);
        Assert.InRange(more.Length, 20, 500);
        // As often as one likes: nothing is used up, and nothing expires.
        Assert.Equal("", await MoreAsync(more));
        Assert.Equal("", await MoreAsync(more));
    }

    private async Task<string> MoreAsync(string path) => (await _http.GetFromJsonAsync<JsonElement>(path)).GetProperty("more").GetString()!;
}
