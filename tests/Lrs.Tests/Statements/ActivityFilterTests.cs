using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>The parameters <c>activity</c> and <c>related_activities</c> (xAPI Communication 2.1.3): where an activity is looked for.</summary>
[Collection(LrsCollection.Name)]
public sealed class ActivityFilterTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    /// <summary>ACTIVITY is what is looked for.</summary>
    [Theory]
    [InlineData("ACTIVITY", "", true)]
    [InlineData(Some.Activity, "\"parent\":ACTIVITY", false)]
    [InlineData(Some.Activity, "\"grouping\":[ACTIVITY]", false)]
    [InlineData(Some.Activity, "\"category\":[{\"id\":\"https://x.example/another\"},ACTIVITY]", false)]
    [InlineData(Some.Activity, "\"other\":[ACTIVITY]", false)]
    public async Task Finds_an_activity_wherever_it_stands_as_a_related_one_and_as_the_object_else(string @object, string contextActivities, bool isObject)
    {
        var activity = $"https://x.example/{Guid.NewGuid()}";
        var part = Some.Statement(@object: @object, more: $"\"context\":{{\"contextActivities\":{{{contextActivities}}}}}")
            .Replace("ACTIVITY", $$"""{"id":"{{activity}}"}""", StringComparison.Ordinal);
        var (whole, inner) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await PostAsync(part[..^1] + $",\"id\":\"{whole}\"}}");
        await PostAsync(Some.Statement(@object: part[..^1] + ",\"objectType\":\"SubStatement\"}", more: $"\"id\":\"{inner}\""));

        Assert.Equal(isObject ? [whole] : [], await IdsAsync($"activity={activity}"));
        Assert.Equal(isObject ? [whole] : [], await IdsAsync($"activity={activity}&related_activities=false"));
        Assert.Equal([inner, whole], await IdsAsync($"activity={activity}&related_activities=true"));
    }

    private async Task<List<string>> IdsAsync(string query)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?{query}");
        return [.. answer.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()!)];
    }

    private async Task PostAsync(string body) =>
        (await _http.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
}
