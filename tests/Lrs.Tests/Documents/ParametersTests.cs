using System.Net;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>What names a document (xAPI Communication 2.3, 2.6, 2.7), and what is no name of one (3.2).</summary>
[Collection(LrsCollection.Name)]
public sealed class ParametersTests(LrsFixture fixture)
{
    private const string Activity = "activityId=https://x.example/a";
    private const string Agent = "agent={\"mbox\":\"mailto:a@x.example\"}";

    private static readonly string[] All = ["GET", "HEAD", "PUT", "POST", "DELETE"];

    /// <summary>3.2: 400 for a missing or unknown parameter, one in other letters, or a value that is not what it has to be.</summary>
    [Theory]
    [InlineData("activities/state", $"{Agent}&stateId=a")]
    [InlineData("activities/state", $"{Activity}&stateId=a")]
    [InlineData("activities/state", $"activityId=x.example&{Agent}&stateId=a")]
    [InlineData("activities/state", $"activityId=&{Agent}&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent=&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent=nonsense&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent=[]&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent={{\"name\":\"A\"}}&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent={{\"mbox\":\"a@x.example\"}}&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent={{\"mbox\":\"mailto:a@x.example\",\"openid\":\"https://x.example\"}}&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent={{\"objectType\":\"Group\",\"mbox\":\"mailto:a@x.example\"}}&stateId=a")]
    [InlineData("activities/state", $"{Activity}&agent={{\"account\":{{\"homePage\":\"https://x.example\",\"name\":\"\\u0000\"}}}}&stateId=a")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=%00")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=a&stateId=b")]
    [InlineData("activities/state", $"{Activity}&{Agent}&StateId=a")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=a&registration=")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=a&registration={{9fd2a2ab-0000-4000-8000-00000000000a}}")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=a&registration=%209fd2a2ab-0000-4000-8000-00000000000a")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=a&profileId=a")]
    [InlineData("activities/state", $"{Activity}&{Agent}&stateId=a&since=2026-01-01T00:00:00Z")]
    [InlineData("agents/profile", "profileId=a")]
    [InlineData("agents/profile", "agent=null&profileId=a")]
    [InlineData("agents/profile", $"{Agent}&profileId=a&{Activity}")]
    [InlineData("agents/profile", $"{Agent}&profileId=a&registration=9fd2a2ab-0000-4000-8000-00000000000a")]
    [InlineData("agents/profile", "agent={\"objectType\":\"Group\",\"member\":[]}&profileId=a")]
    [InlineData("agents/profile", $"{Agent}&profileId=a&since=2026-01-01T00:00:00Z")]
    [InlineData("activities/profile", "profileId=a")]
    [InlineData("activities/profile", $"{Activity}&profileId=a&{Agent}")]
    [InlineData("activities/profile", $"ActivityId=https://x.example/a&profileId=a")]
    [InlineData("activities/profile", $"activityId=https://x.example/a%20b&profileId=a")]
    [InlineData("activities/profile", $"{Activity}&profileId=a&since=2026-01-01T00:00:00Z")]
    public async Task Refuses_parameters_that_name_no_document(string path, string parameters)
    {
        foreach (var method in All)
            await AssertRefusedAsync(method, $"/xapi/{path}?{parameters}");
    }

    /// <summary>2.3, 2.6, 2.7: PUT and POST need an id; DELETE of many is for State alone; only a list has a since.</summary>
    [Theory]
    [InlineData("PUT", $"activities/state?{Activity}&{Agent}")]
    [InlineData("POST", $"activities/state?{Activity}&{Agent}")]
    [InlineData("PUT", $"agents/profile?{Agent}")]
    [InlineData("POST", $"agents/profile?{Agent}")]
    [InlineData("DELETE", $"agents/profile?{Agent}")]
    [InlineData("PUT", $"activities/profile?{Activity}")]
    [InlineData("POST", $"activities/profile?{Activity}")]
    [InlineData("DELETE", $"activities/profile?{Activity}")]
    [InlineData("DELETE", $"activities/state?{Activity}&{Agent}&since=2026-01-01T00:00:00Z")]
    [InlineData("GET", $"activities/state?{Activity}&{Agent}&since=2026-01-01")]
    [InlineData("GET", $"agents/profile?{Agent}&since=")]
    [InlineData("GET", $"activities/profile?{Activity}&since=2026-01-01T00:00:00+07:00")]
    public async Task Refuses_a_method_without_what_it_needs(string method, string url) => await AssertRefusedAsync(method, $"/xapi/{url}");

    /// <summary>Data 2.4.2.3: an agent is who its identifier says, whatever its name or the way it is written.</summary>
    [Theory]
    [InlineData(
        """{"account":{"homePage":"https://x.example","name":"NAME"}}""",
        """{ "name":"Siti", "objectType":"Agent", "account":{"name":"NAME","homePage":"https:\/\/x.example"}}""")]
    [InlineData("""{"mbox_sha1sum":"ABCDEF00NAME"}""", """{"mbox_sha1sum":"abcdef00NAME"}""")]
    [InlineData("""{"mbox":"mailto:NAME@X.example"}""", """{"mbox":"mailto:NAME@x.EXAMPLE"}""")]
    public async Task Knows_an_agent_by_its_identifier(string written, string asked)
    {
        var place = fixture.DocumentPlace("agent_profile");
        var name = Guid.NewGuid().ToString("N");
        using var put = await place.SendAsync("PUT", Url(written), DocumentPlace.Content([1], "text/plain"));
        using var get = await place.SendAsync("GET", Url(asked));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (put.StatusCode, get.StatusCode));

        string Url(string agent) => $"/xapi/agents/profile?profileId=a&agent={Uri.EscapeDataString(agent.Replace("NAME", name, StringComparison.Ordinal))}";
    }

    /// <summary>2.2: nobody has to know the activity or the agent before, and neither they nor the id need be short.</summary>
    [Fact]
    public async Task Takes_names_that_are_long()
    {
        var place = fixture.DocumentPlace("state");
        var url = $"/xapi/activities/state?activityId=https://x.example/{new string('a', 2400)}&agent="
            + Uri.EscapeDataString($$"""{"account":{"homePage":"https://x.example","name":"{{Guid.NewGuid()}}{{new string('n', 2000)}}"} }""");
        var id = new string('i', 2400);
        using var put = await place.SendAsync("PUT", $"{url}&stateId={id}", DocumentPlace.Content([1], "text/plain"));
        using var list = await place.SendAsync("GET", url);
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.Equal($"[\"{id}\"]", await list.Content.ReadAsStringAsync());
    }

    private async Task AssertRefusedAsync(string method, string url)
    {
        var place = fixture.DocumentPlace("state");
        using var response = await place.SendAsync(method, url, method is "PUT" or "POST" ? DocumentPlace.Content("{}"u8.ToArray(), "application/json") : null);
        if (method == "HEAD")
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        else
            await response.AssertRefusedAsync(HttpStatusCode.BadRequest);
    }
}
