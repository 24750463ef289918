using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Analytics.Relational;
using Lrs.Auth;
using Microsoft.Extensions.DependencyInjection;
using CredentialCache = Lrs.Auth.CredentialCache;

namespace Lrs.Tests.Auth;

public sealed class CredentialsTests(AuthHost host) : IClassFixture<AuthHost>
{
    private const string Anything = $"/may/{AccessPolicies.SignedIn}";

    [Fact]
    public async Task The_secret_is_256_bits_shown_once_and_never_kept()
    {
        var credential = await host.CredentialAsync("statements/write");
        Assert.Equal(43, credential.Secret.Length);
        Assert.DoesNotContain(credential.Secret, await host.Root().GetStringAsync("/api/v1/credentials"));
        var kept = await host.Services.GetRequiredService<RelationalStore>()
            .ReadOneAsync<string>("SELECT secret_sha256 FROM credentials WHERE key = @Key", new { credential.Key }, default);
        Assert.Equal(Convert.ToHexStringLower(Credential.Hash(credential.Secret)), kept);
    }

    [Fact]
    public async Task A_list_names_provider_and_scopes()
    {
        var credential = await host.CredentialAsync("state", "statements/write");
        var list = await host.Root().GetFromJsonAsync<JsonElement[]>("/api/v1/credentials");
        var listed = Assert.Single(list!, item => item.GetProperty("key").GetString() == credential.Key);
        Assert.Equal("belajar.id", listed.GetProperty("provider").GetString());
        Assert.Equal(["statements/write", "state"], listed.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Theory]
    [InlineData(null, new[] { "all" })]
    [InlineData(" ", new[] { "all" })]
    [InlineData("p", new[] { "statements/write", "statements/delete" })]
    [InlineData("p", new string[0])]
    public async Task Refuses_a_credential_without_provider_or_with_scopes_it_does_not_know(string? provider, string[] scopes)
    {
        var answer = await host.Root().PostAsJsonAsync("/api/v1/credentials", new { provider, scopes });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Without_scopes_it_may_write_and_read_its_own()
    {
        Assert.Null(CredentialsEndpoints.Check(new NewCredential("p", null, null), out var scopes));
        Assert.Equal(Scopes.StatementsWrite | Scopes.StatementsReadMine, scopes);
    }

    [Fact]
    public async Task A_platform_can_make_no_credential()
    {
        var credential = await host.CredentialAsync("all");
        var answer = await host.Client(credential.Key, credential.Secret).PostAsJsonAsync("/api/v1/credentials", new { provider = "p" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_revoked_key_stops_at_once_where_it_was_revoked()
    {
        var credential = await host.CredentialAsync("all");
        var client = host.Client(credential.Key, credential.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Anything)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Root().DeleteAsync($"/api/v1/credentials/{credential.Key}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Anything)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Root().DeleteAsync($"/api/v1/credentials/{credential.Key}")).StatusCode);
    }

    [Fact]
    public async Task A_key_revoked_by_another_process_stops_within_a_second()
    {
        var credential = await host.CredentialAsync("all");
        var client = host.Client(credential.Key, credential.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Anything)).StatusCode);
        await host.Services.GetRequiredService<RelationalStore>()
            .WriteAsync("DELETE FROM credentials WHERE key = @Key", new { credential.Key }, default);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Anything)).StatusCode);
    }

    [Fact]
    public async Task A_key_in_use_is_not_looked_up_for_each_request()
    {
        var credential = await host.CredentialAsync("all");
        var cache = host.Services.GetRequiredService<CredentialCache>();
        Assert.NotNull(await cache.FindAsync(credential.Key, credential.Secret.AsMemory(), default));
        await host.Services.GetRequiredService<RelationalStore>()
            .WriteAsync("DELETE FROM credentials WHERE key = @Key", new { credential.Key }, default);
        Assert.NotNull(await cache.FindAsync(credential.Key, credential.Secret.AsMemory(), default));
        Assert.Null(await cache.FindAsync(credential.Key, "wrong".AsMemory(), default));
    }
}
