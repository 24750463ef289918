using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>The parameters <c>agent</c> and <c>related_agents</c> (xAPI Communication 2.1.3): who is the same, and where they are looked for.</summary>
[Collection(LrsCollection.Name)]
public sealed class AgentFilterTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    /// <summary>Each place of <c>agent</c> and <c>related_agents</c> (2.1.3), and of 2.0 (IEEE 9274.1.1 4.1.6.1). AGENT is who is looked for.</summary>
    [Theory]
    [InlineData("AGENT", null, "", true)]
    [InlineData("""{"objectType":"Group","member":[{"mbox":"mailto:b@x.example"},AGENT]}""", null, "", true)]
    [InlineData("""{"objectType":"Group","mbox":"mailto:g@x.example","member":[AGENT]}""", null, "", true)]
    [InlineData(null, "AGENT", "", true)]
    [InlineData(null, """{"objectType":"Group","member":[AGENT]}""", "", true)]
    [InlineData(null, null, "\"instructor\":AGENT", false)]
    [InlineData(null, null, "\"instructor\":{\"objectType\":\"Group\",\"member\":[AGENT]}", false)]
    [InlineData(null, null, "\"team\":{\"objectType\":\"Group\",\"member\":[AGENT]}", false)]
    [InlineData(null, null, "\"contextAgents\":[{\"objectType\":\"contextAgent\",\"agent\":AGENT}]", false)]
    [InlineData(null, null, "\"contextGroups\":[{\"objectType\":\"contextGroup\",\"group\":{\"objectType\":\"Group\",\"member\":[AGENT]}}]", false)]
    public async Task Finds_an_agent_wherever_it_stands_as_a_related_one_and_as_actor_or_object_else(string? actor, string? @object, string context, bool isActorOrObject)
    {
        var mbox = $"mailto:{Guid.NewGuid()}@x.example";
        var sought = Uri.EscapeDataString($$"""{"mbox":"{{mbox}}","name":"Another name"}""");
        var part = Some.Statement(actor ?? Some.Agent, @object: @object ?? Some.Activity, more: $"\"context\":{{{context}}}")
            .Replace("AGENT", $$"""{"objectType":"Agent","name":"A name","mbox":"{{mbox}}"}""", StringComparison.Ordinal);
        var (whole, inner) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await PostAsync(part[..^1] + $",\"id\":\"{whole}\"}}");
        Assert.Equal(isActorOrObject ? [whole] : [], await IdsAsync($"agent={sought}"));
        Assert.Equal([whole], await IdsAsync($"agent={sought}&related_agents=true"));

        await PostAsync(Some.Statement(@object: part[..^1] + ",\"objectType\":\"SubStatement\"}", more: $"\"id\":\"{inner}\""));
        Assert.Equal(isActorOrObject ? [whole] : [], await IdsAsync($"agent={sought}"));
        Assert.Equal([inner, whole], await IdsAsync($"agent={sought}&related_agents=true"));
    }

    [Fact]
    public async Task Finds_by_the_authority_as_a_related_agent()
    {
        using var platform = (await Platform.NewAsync(fixture.Lrs, ["statements/write"])).NewClient();
        var id = Guid.NewGuid().ToString();
        await PostAsync(Posted.Statement(id), platform);
        var statement = await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?statementId={id}");
        var authority = Uri.EscapeDataString(statement.GetProperty("authority").GetRawText());
        Assert.Empty(await IdsAsync($"agent={authority}"));
        Assert.Equal([id], await IdsAsync($"agent={authority}&related_agents=true"));
    }

    /// <summary>Data 2.4.2.3: the domain of a mail address is without case, what stands before it is not.</summary>
    [Theory]
    [InlineData("mailto:#@Example.GO.id", "mailto:#@example.go.ID", true)]
    [InlineData("mailto:#.Siti@x.example", "mailto:#.siti@x.example", false)]
    public async Task A_mailbox_is_the_same_whatever_the_case_of_its_domain(string one, string other, bool same)
    {
        var mark = Guid.NewGuid().ToString();
        (one, other) = (one.Replace("#", mark, StringComparison.Ordinal), other.Replace("#", mark, StringComparison.Ordinal));
        var id = Guid.NewGuid().ToString();
        await PostAsync(Posted.Statement(id, $$"""{"mbox":"{{one}}"}"""));
        Assert.Equal(same ? [id] : [], await IdsAsync("agent=" + Uri.EscapeDataString($$"""{"mbox":"{{other}}"}""")));
        Assert.Contains(one, await _http.GetStringAsync($"/xapi/statements?statementId={id}"), StringComparison.Ordinal);
    }

    private async Task<List<string>> IdsAsync(string query)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?{query}");
        return [.. answer.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("id").GetString()!)];
    }

    private async Task PostAsync(string body, HttpClient? http = null) =>
        (await (http ?? _http).PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
}
