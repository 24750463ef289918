using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Agents;

[Collection(LrsCollection.Name)]
public sealed class AgentsEndpointsTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly string _mbox = $"mailto:{Guid.NewGuid()}@x.example";

    [Theory]
    [InlineData("""{"mbox":"mailto:nobody@x.example"}""", """{"objectType":"Person","mbox":["mailto:nobody@x.example"]}""")]
    [InlineData("""{"objectType":"Agent","name":"N","openid":"https://nobody.example/"}""", """{"objectType":"Person","name":["N"],"openid":["https://nobody.example/"]}""")]
    [InlineData("""{"account":{"homePage":"https://nobody.example","name":"n"}}""", """{"objectType":"Person","account":[{"homePage":"https://nobody.example","name":"n"}]}""")]
    [InlineData("""{"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}""", """{"objectType":"Person","mbox_sha1sum":["ebd31e95054c018b10727ccffd2ef2ec3a016ee9"]}""")]
    public async Task Answers_a_person_for_an_agent_that_nobody_spoke_of(string agent, string person) => Assert.Equal(person, await PersonAsync(_http, agent));

    [Fact]
    public async Task Knows_the_names_of_the_statements_that_the_caller_may_read()
    {
        using var other = await NewPlatformAsync("statements/write", "statements/read/mine");
        using var writer = await NewPlatformAsync("statements/write");
        await PostAsync(other, Posted.Statement(actor: $$"""{"name":"Siti","mbox":"{{_mbox}}"}"""));
        await PostAsync(_http, Posted.Statement(more: $$$""","context":{"instructor":{"name":"Bu Siti","mbox":"{{{_mbox}}}"},"extensions":{"https://x.example/e":{"name":"No","mbox":"{{{_mbox}}}"} } }"""));
        await PostAsync(_http, Posted.Statement(actor: $$"""{"objectType":"Group","member":[{"name":"Siti","mbox":"{{_mbox}}"},{"name":"Budi","mbox":"mailto:budi@x.example"}]}"""));
        var agent = $$"""{"mbox":"{{_mbox}}","name":"S."}""";
        Assert.Equal($$"""{"objectType":"Person","name":["Siti","Bu Siti","S."],"mbox":["{{_mbox}}"]}""", await PersonAsync(_http, agent));
        Assert.Equal($$"""{"objectType":"Person","name":["Siti","S."],"mbox":["{{_mbox}}"]}""", await PersonAsync(other, agent));
        Assert.Equal($$"""{"objectType":"Person","name":["S."],"mbox":["{{_mbox}}"]}""", await PersonAsync(writer, agent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?agent=nonsense")]
    [InlineData("?agent=%7B%7D")]
    [InlineData("?agent=%7B%22objectType%22%3A%22Group%22%2C%22mbox%22%3A%22mailto%3Ag%40x.example%22%7D")]
    [InlineData("?Agent=%7B%22mbox%22%3A%22mailto%3Aa%40x.example%22%7D")]
    public async Task Refuses_the_query(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.GetAsync($"/xapi/agents{query}")).StatusCode);

    private static Task<string> PersonAsync(HttpClient http, string agent) => http.GetStringAsync($"/xapi/agents?agent={Uri.EscapeDataString(agent)}");

    private async Task<HttpClient> NewPlatformAsync(params string[] scopes)
    {
        using var response = await _http.PostAsJsonAsync("/api/v1/credentials", new { provider = "namer-" + Guid.NewGuid(), scopes });
        var credential = await response.Content.ReadFromJsonAsync<JsonElement>();
        return fixture.Lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
    }

    private static async Task PostAsync(HttpClient http, string body) =>
        (await http.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
}
