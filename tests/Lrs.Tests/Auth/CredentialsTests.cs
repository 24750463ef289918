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
        Assert.True(new NewCredential("p", null, null).TryCheck(host.Clock.GetUtcNow(), out var wanted, out _));
        Assert.Equal(Scopes.StatementsWrite | Scopes.StatementsReadMine, wanted.Scopes);
        Assert.Empty(wanted.Origins.Names);
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
        Assert.Equal(host.Clock.GetUtcNow(), (await ListedAsync(credential.Key)).GetProperty("revokedAt").GetDateTimeOffset());
        Assert.Equal(HttpStatusCode.NotFound, (await RotateAsync(credential.Key)).StatusCode);
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

    [Fact]
    public async Task An_expired_key_stops_at_its_moment()
    {
        var expiresAt = host.Clock.GetUtcNow().AddSeconds(10);
        var answer = await host.Root().PostAsJsonAsync("/api/v1/credentials", new { provider = "belajar.id", expiresAt });
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var client = host.Client(made.GetProperty("key").GetString(), made.GetProperty("secret").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Anything)).StatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Anything)).StatusCode);
        var past = await host.Root().PostAsJsonAsync("/api/v1/credentials", new { provider = "belajar.id", expiresAt });
        Assert.Equal(HttpStatusCode.BadRequest, past.StatusCode);
    }

    [Theory]
    [InlineData(null, 24)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.0, 0)]
    public async Task A_rotated_secret_stays_valid_for_the_overlap_and_not_longer(double? asked, double hours)
    {
        var old = await host.CredentialAsync("all");
        var rotated = await (await RotateAsync(old.Key, asked)).Content.ReadFromJsonAsync<JsonElement>();
        var secret = rotated.GetProperty("secret").GetString()!;
        var until = host.Clock.GetUtcNow().AddHours(hours);
        Assert.Equal(until, rotated.GetProperty("previousValidUntil").GetDateTimeOffset());
        Assert.NotEqual(old.Secret, secret);
        await AssertWorksAsync(hours > 0, old.Key, old.Secret);
        await AssertWorksAsync(true, old.Key, secret);
        host.Clock.Advance(until - host.Clock.GetUtcNow());
        await AssertWorksAsync(false, old.Key, old.Secret);
        await AssertWorksAsync(true, old.Key, secret);
    }

    [Fact]
    public async Task A_second_rotation_ends_the_first_secret()
    {
        var first = await host.CredentialAsync("all");
        var second = await (await RotateAsync(first.Key)).Content.ReadFromJsonAsync<JsonElement>();
        (await RotateAsync(first.Key)).EnsureSuccessStatusCode();
        await AssertWorksAsync(false, first.Key, first.Secret);
        await AssertWorksAsync(true, first.Key, second.GetProperty("secret").GetString()!);
    }

    [Theory]
    [InlineData("{\"overlapHours\":-1}")]
    [InlineData("{\"overlapHours\":745}")]
    [InlineData("{\"overlapHours\":\"x\"}")]
    public async Task Refuses_an_overlap_out_of_range(string body)
    {
        var credential = await host.CredentialAsync("all");
        var answer = await host.Root().PostAsync(
            $"/api/v1/credentials/{credential.Key}/rotate", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertWorksAsync(true, credential.Key, credential.Secret);
    }

    [Fact]
    public async Task Says_on_which_day_a_key_was_last_used_and_writes_it_once_a_minute()
    {
        var (used, idle) = (await host.CredentialAsync("all"), await host.CredentialAsync("all"));
        await AssertWorksAsync(true, used.Key, used.Secret);
        await host.Client(idle.Key, "wrong").GetAsync(Anything);
        Assert.Equal(JsonValueKind.Null, (await ListedAsync(used.Key)).GetProperty("lastUsedOn").ValueKind);
        var today = host.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        host.Clock.Advance(CredentialUse.KeptEvery);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await ListedAsync(used.Key)).GetProperty("lastUsedOn").GetString() != today)
            await Task.Delay(10, patience.Token);
        Assert.Equal(JsonValueKind.Null, (await ListedAsync(idle.Key)).GetProperty("lastUsedOn").ValueKind);
    }

    [Fact]
    public async Task What_was_done_to_a_key_and_by_whom_is_kept_without_any_secret()
    {
        var credential = await host.CredentialAsync("state");
        var url = $"/api/v1/credentials/{credential.Key}";
        var rotated = await (await RotateAsync(credential.Key)).Content.ReadFromJsonAsync<JsonElement>();
        (await host.Root().PutAsJsonAsync($"{url}/allowed-origins", new { allowedOrigins = new[] { "https://a.example" } })).EnsureSuccessStatusCode();
        Assert.Equal("https://a.example", Assert.Single((await ListedAsync(credential.Key)).GetProperty("allowedOrigins").EnumerateArray()).GetString());
        (await host.Root().DeleteAsync(url)).EnsureSuccessStatusCode();
        var text = await host.Root().GetStringAsync($"{url}/changes");
        using var changes = JsonDocument.Parse(text);
        Assert.Equal(
            ["made by credential:root", "rotated by credential:root", "origins set by credential:root", "revoked by credential:root"],
            changes.RootElement.EnumerateArray().Select(change => $"{change.GetProperty("change")} by {change.GetProperty("caller")}"));
        Assert.DoesNotContain(credential.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(rotated.GetProperty("secret").GetString()!, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Root().GetAsync("/api/v1/credentials/nobody/changes")).StatusCode);
    }

    private async Task<JsonElement> ListedAsync(string key) =>
        Assert.Single((await host.Root().GetFromJsonAsync<JsonElement[]>("/api/v1/credentials"))!, item => item.GetProperty("key").GetString() == key);

    private Task<HttpResponseMessage> RotateAsync(string key, double? overlapHours = null) => overlapHours is null
        ? host.Root().PostAsync($"/api/v1/credentials/{key}/rotate", null)
        : host.Root().PostAsJsonAsync($"/api/v1/credentials/{key}/rotate", new { overlapHours });

    private async Task AssertWorksAsync(bool works, string key, string secret) => Assert.Equal(
        works ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await host.Client(key, secret).GetAsync(Anything)).StatusCode);
}
