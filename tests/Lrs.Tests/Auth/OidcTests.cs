using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Analytics.Compliance;
using Analytics.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace Lrs.Tests.Auth;

/// <summary>Sign-in by OpenID Connect, against a provider that insists on what the standard asks of a client.</summary>
public sealed class OidcTests(OidcHost host) : IClassFixture<OidcHost>
{
    private const string Nip18 = "198501012009011301";

    [Theory]
    [InlineData("lrs-lan", null, null, "lan")]
    [InlineData("lrs-agency", "agency_code", "4001", "agency")]
    [InlineData("lrs-vendor", "provider", "belajar.id", "vendor")]
    [InlineData("lrs-asn", "nip", Nip18, "asn")]
    public async Task Claims_give_the_role_and_its_place(string role, string? claim, string? value, string expected)
    {
        host.Say($"sub-{expected}", role, claim, value);
        using var browser = host.Browser();
        var (status, address) = await SignInAsync(browser, "/people/1?year=2026");
        Assert.Equal((HttpStatusCode.Redirect, "/people/1?year=2026"), (status, address));

        var session = await browser.GetFromJsonAsync<JsonElement>("/api/v1/session");
        Assert.Equal((expected, "Siti dari SSO"), (Text(session, "role"), Text(session, "displayName")));
        Assert.Equal(expected == "agency" ? "4001" : null, Text(session, "agencyCode"));
        Assert.Equal(expected == "vendor" ? "belajar.id" : null, Text(session, "provider"));
        Assert.Equal(expected == "asn" ? host.PersonId(Nip18).ToString() : null, Text(session, "personId"));
        Assert.DoesNotContain(Nip18, session.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_is_the_same_user_with_the_role_of_today()
    {
        host.Say("sub-twice", "lrs-lan");
        using var first = host.Browser();
        await SignInAsync(first);
        var name = Text(await first.GetFromJsonAsync<JsonElement>("/api/v1/session"), "userName");
        host.Say("sub-twice", "lrs-agency", "agency_code", "4002");
        using var second = host.Browser();
        await SignInAsync(second);

        var session = await second.GetFromJsonAsync<JsonElement>("/api/v1/session");
        Assert.Equal((name, "agency", "4002"), (Text(session, "userName"), Text(session, "role"), Text(session, "agencyCode")));
        // What the first session could see, it may see no more.
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.GetAsync("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AuthHost.SignInAsync(host.Client(), name!, "")).StatusCode);
    }

    [Theory]
    [InlineData("somebody-else", null, null)]
    [InlineData("lrs-agency", null, null)]
    [InlineData("lrs-asn", "nip", "123")]
    public async Task Whose_claims_give_no_role_is_not_let_in(string role, string? claim, string? value)
    {
        host.Say("sub-none", role, claim, value);
        using var browser = host.Browser();
        Assert.Equal("/sign-in?failed=role", (await SignInAsync(browser)).Address);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task A_disabled_user_is_not_let_in_by_the_provider_either()
    {
        host.Say("sub-disabled", "lrs-lan");
        using var browser = host.Browser();
        await SignInAsync(browser);
        var name = Text(await browser.GetFromJsonAsync<JsonElement>("/api/v1/session"), "userName");
        (await host.Root().PutAsJsonAsync($"/api/v1/users/{Uri.EscapeDataString(name!)}", new { role = "lan", disabled = true })).EnsureSuccessStatusCode();
        using var again = host.Browser();
        Assert.Equal("/sign-in?failed=disabled", (await SignInAsync(again)).Address);
    }

    [Fact]
    public async Task A_token_that_another_signed_signs_nobody_in()
    {
        host.Say("sub-forged", "lrs-lan");
        host.Provider.IsForged = true;
        using var browser = host.Browser();
        Assert.Equal("/sign-in?failed=oidc", (await SignInAsync(browser)).Address);
        host.Provider.IsForged = false;
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_another_browser_asked_for_signs_nobody_in()
    {
        host.Say("sub-stolen", "lrs-lan");
        using var asking = host.Browser();
        using var another = host.Browser();
        var callback = await AnswerOfProviderAsync(asking, "/");
        Assert.Equal("/sign-in?failed=oidc", (await another.GetAsync(callback)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await another.GetAsync("/api/v1/session")).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Leads_back_to_this_site_alone(string next)
    {
        host.Say("sub-next", "lrs-lan");
        using var browser = host.Browser();
        Assert.Equal("/", (await SignInAsync(browser, next)).Address);
    }

    [Fact]
    public async Task The_page_of_sign_in_is_told_the_provider_s_name() =>
        Assert.Equal("SSO ASN", Text(await host.Client().GetFromJsonAsync<JsonElement>("/api/v1/session/ways"), "oidc"));

    private static async Task<(HttpStatusCode Status, string? Address)> SignInAsync(HttpClient browser, string next = "/")
    {
        using var back = await browser.GetAsync(await AnswerOfProviderAsync(browser, next));
        return (back.StatusCode, back.Headers.Location?.ToString());
    }

    /// <summary>Where the provider sends the browser back to.</summary>
    private static async Task<string> AnswerOfProviderAsync(HttpClient browser, string next)
    {
        using var start = await browser.GetAsync($"/api/v1/session/oidc?next={Uri.EscapeDataString(next)}");
        Assert.Equal(HttpStatusCode.Redirect, start.StatusCode);
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var answer = await plain.GetAsync(start.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.PathAndQuery;
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}

/// <summary>Sign-in with an OpenID provider set up.</summary>
public sealed class OidcHost : AuthHost
{
    private static readonly InstallationKey Key = new(() => [1, 2, 3]);

    public OpenIdProvider Provider { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Oidc:Authority"] = Provider.Authority, ["Oidc:ClientId"] = OpenIdProvider.ClientId, ["Oidc:ClientSecret"] = OpenIdProvider.ClientSecret,
        ["Oidc:DisplayName"] = "SSO ASN",
    };

    public override async Task InitializeAsync()
    {
        await Provider.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    public Guid PersonId(string nip) => Nip.TryParse(nip, out var parsed) ? new PersonIds(Key).Of(parsed) : throw new ArgumentException("No NIP.", nameof(nip));

    /// <summary>What the provider says of whoever signs in next.</summary>
    public void Say(string subject, string role, string? claim = null, string? value = null)
    {
        Provider.Claims.Clear();
        Provider.Claims["sub"] = subject;
        Provider.Claims["name"] = "Siti dari SSO";
        Provider.Claims["roles"] = new[] { "others", role };
        if (claim is not null)
            Provider.Claims[claim] = value!;
    }

    protected override void Add(IServiceCollection services) => services.AddSingleton(Key).AddSingleton<PersonIds>();
}
