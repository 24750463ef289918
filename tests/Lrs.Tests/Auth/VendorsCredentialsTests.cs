using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lrs.Auth;

namespace Lrs.Tests.Auth;

/// <summary>The people of a platform keep its credentials themselves, and see no others.</summary>
public sealed class VendorsCredentialsTests(AuthHost host) : IClassFixture<AuthHost>
{
    private const string Own = "/api/v1/credentials";

    [Fact]
    public async Task Makes_lists_rotates_and_revokes_its_own()
    {
        using var vendor = await SignedInAsync("own.id");
        var made = await (await vendor.PostAsJsonAsync(Own, new { provider = "own.id", name = "produksi" })).Content.ReadFromJsonAsync<JsonElement>();
        var key = made.GetProperty("key").GetString()!;
        using var platform = host.Client(key, made.GetProperty("secret").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await platform.PostAsync($"/may/{AccessPolicies.WriteStatements}", null)).StatusCode);

        await host.CredentialAsync("all");
        Assert.Equal([key], (await vendor.GetFromJsonAsync<JsonElement[]>(Own))!.Select(credential => credential.GetProperty("key").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await vendor.PostAsJsonAsync($"{Own}/{key}/rotate", new { overlapHours = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await vendor.PutAsJsonAsync($"{Own}/{key}/allowed-origins", new { allowedOrigins = new[] { "https://own.id" } })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await vendor.DeleteAsync($"{Own}/{key}")).StatusCode);
        Assert.Equal(4, (await vendor.GetFromJsonAsync<JsonElement[]>($"{Own}/{key}/changes"))!.Length);
    }

    [Fact]
    public async Task Anothers_are_as_unknown_as_none()
    {
        using var vendor = await SignedInAsync("curious.id");
        var another = (await host.CredentialAsync("all")).Key;
        HttpResponseMessage[] answers =
        [
            await vendor.PostAsJsonAsync($"{Own}/{another}/rotate", new { }),
            await vendor.PutAsJsonAsync($"{Own}/{another}/allowed-origins", new { allowedOrigins = Array.Empty<string>() }),
            await vendor.GetAsync($"{Own}/{another}/changes"),
            await vendor.DeleteAsync($"{Own}/{another}"),
        ];
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Theory]
    [InlineData("another.id", "statements/write")]
    [InlineData("greedy.id", "statements/read")]
    [InlineData("greedy.id", "all/read")]
    [InlineData("greedy.id", "all")]
    public async Task Makes_none_for_another_and_none_that_reads_what_is_anothers(string provider, string scope)
    {
        using var vendor = await SignedInAsync("greedy.id");
        var answer = await vendor.PostAsJsonAsync(Own, new { provider, scopes = new[] { scope } });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<HttpClient> SignedInAsync(string provider)
    {
        var userName = $"vendor-{provider}";
        await host.AddUserAsync(userName, "vendor", provider: provider);
        var browser = host.Browser();
        (await AuthHost.SignInAsync(browser, userName)).EnsureSuccessStatusCode();
        browser.DefaultRequestHeaders.Add(AuthSchemes.PagesHeader, AuthSchemes.PagesHeaderValue);
        return browser;
    }
}
