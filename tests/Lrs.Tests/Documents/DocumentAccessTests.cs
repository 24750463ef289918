using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Documents;

/// <summary>Who may use documents (xAPI Communication 4.2, scopes), and whose they are (docs/decisions: documents belong to a provider).</summary>
[Collection(LrsCollection.Name)]
public sealed class DocumentAccessTests(LrsFixture fixture)
{
    [Theory]
    [InlineData("state", "state", true, true)]
    [InlineData("profile", "state", false, false)]
    [InlineData("all/read", "state", true, false)]
    [InlineData("all", "state", true, true)]
    [InlineData("profile", "agent_profile", true, true)]
    [InlineData("profile", "activity_profile", true, true)]
    [InlineData("state", "activity_profile", false, false)]
    [InlineData("all/read", "agent_profile", true, false)]
    [InlineData("statements/write", "agent_profile", false, false)]
    public async Task Lets_a_credential_do_what_its_scopes_say(string scope, string resource, bool mayRead, bool mayWrite)
    {
        using var http = await CredentialAsync($"provider-{Guid.NewGuid():N}", scope);
        var place = new DocumentPlace(http, resource, "2.0.0");
        using var get = await place.GetAsync("a");
        using var list = await place.SendAsync("GET", place.Url(id: null));
        Assert.Equal((mayRead ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, mayRead ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (get.StatusCode, list.StatusCode));
        var written = mayWrite ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden;
        using var put = await place.PutAsync("a", "{}");
        using var post = await place.PostAsync("a", "{}");
        using var delete = await place.DeleteAsync("a");
        Assert.Equal((written, written, written), (put.StatusCode, post.StatusCode, delete.StatusCode));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("agent_profile")]
    [InlineData("activity_profile")]
    public async Task Keeps_a_document_for_the_provider_that_wrote_it(string resource)
    {
        var provider = $"provider-{Guid.NewGuid():N}";
        using var writer = await CredentialAsync(provider, "state", "profile");
        using var colleague = await CredentialAsync(provider, "all/read");
        using var stranger = await CredentialAsync($"{provider}-2", "all");
        var place = new DocumentPlace(writer, resource, "2.0.0");
        await place.HavingAsync("a", "\"mine\"");
        Assert.Equal("\"mine\"", await place.By(colleague).TextAsync("a"));
        foreach (var other in new[] { place.By(stranger), place.By(fixture.Lrs.Root) })
        {
            Assert.Equal("NotFound", await other.TextAsync("a"));
            Assert.Empty(await other.IdsAsync());
            await other.HavingAsync("a", "\"theirs\"");
            using var delete = resource == "state" ? await other.SendAsync("DELETE", other.Url(id: null)) : await other.DeleteAsync("a");
            Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        }

        Assert.Equal("\"mine\"", await place.TextAsync("a"));
    }

    private async Task<HttpClient> CredentialAsync(string provider, params string[] scopes)
    {
        using var response = await fixture.Lrs.Root.PostAsJsonAsync("/api/v1/credentials", new { provider, scopes });
        var made = await response.Content.ReadFromJsonAsync<JsonElement>();
        return fixture.Lrs.NewClient(made.GetProperty("key").GetString()!, made.GetProperty("secret").GetString()!);
    }
}
