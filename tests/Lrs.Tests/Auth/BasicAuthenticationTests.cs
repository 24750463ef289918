using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lrs.Auth;

namespace Lrs.Tests.Auth;

public sealed class BasicAuthenticationTests(AuthHost host) : IClassFixture<AuthHost>
{
    public static TheoryData<string?> Wrong => new()
    {
        null,
        "Basic Og==",
        "Basic",
        "Basic not-base64",
        "Basic " + Encode("no colon"),
        "Basic " + Encode(":no key"),
        "Basic " + Encode("root:wrong"),
        "Basic " + Encode("Root:root secret"),
        "Basic " + Encode("unknown:root secret"),
        "Basic " + Convert.ToBase64String([(byte)'r', 0xFF, (byte)':', (byte)'x']),
        "Bearer abc",
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_missing_malformed_or_wrong_header_is_401_and_says_how_to_sign_in(string? header)
    {
        var client = host.Client();
        if (header is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        var answer = await client.GetAsync($"/may/{AccessPolicies.SignedIn}");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Basic", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Two_headers_are_refused_even_where_one_is_right()
    {
        var client = host.Root();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic Og==");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"/may/{AccessPolicies.SignedIn}")).StatusCode);
    }

    [Fact]
    public async Task The_root_credential_may_do_everything()
    {
        foreach (var policy in (string[])[AccessPolicies.WriteStatements, AccessPolicies.UseState, AccessPolicies.Administer, AccessPolicies.SeePeople])
            Assert.Equal("credential:root", await host.Root().GetStringAsync($"/may/{policy}"));
    }

    [Theory]
    [InlineData("statements/write", AccessPolicies.WriteStatements, "POST", HttpStatusCode.OK)]
    [InlineData("statements/write", AccessPolicies.ReadStatements, "GET", HttpStatusCode.Forbidden)]
    [InlineData("statements/read/mine", AccessPolicies.ReadStatements, "GET", HttpStatusCode.OK)]
    [InlineData("statements/read/mine", AccessPolicies.WriteStatements, "POST", HttpStatusCode.Forbidden)]
    [InlineData("all/read", AccessPolicies.ReadStatements, "GET", HttpStatusCode.OK)]
    [InlineData("all/read", AccessPolicies.UseState, "GET", HttpStatusCode.OK)]
    [InlineData("all/read", AccessPolicies.UseState, "PUT", HttpStatusCode.Forbidden)]
    [InlineData("state", AccessPolicies.UseState, "PUT", HttpStatusCode.OK)]
    [InlineData("state", AccessPolicies.UseProfiles, "PUT", HttpStatusCode.Forbidden)]
    [InlineData("profile", AccessPolicies.UseProfiles, "PUT", HttpStatusCode.OK)]
    [InlineData("all", AccessPolicies.UseProfiles, "PUT", HttpStatusCode.OK)]
    [InlineData("all", AccessPolicies.Administer, "GET", HttpStatusCode.Forbidden)]
    [InlineData("all", AccessPolicies.SeePeople, "GET", HttpStatusCode.Forbidden)]
    public async Task A_scope_allows_what_it_names_and_the_rest_is_403(string scope, string policy, string method, HttpStatusCode expected)
    {
        var credential = await host.CredentialAsync(scope);
        var answer = await host.Client(credential.Key, credential.Secret).SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/may/{policy}"));
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Forbidden)
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("kunci-é☃", "rahasia:dengan:titik dua")]
    [InlineData("a", "b")]
    public void A_user_id_is_utf8_and_ends_at_the_first_colon(string key, string secret)
    {
        Assert.True(BasicCredentials.TryParse("basic  " + Encode($"{key}:{secret}"), out var parsedKey, out var parsedSecret));
        Assert.Equal((key, secret), (parsedKey, parsedSecret.ToString()));
    }

    [Fact]
    public async Task The_pages_get_no_challenge_that_opens_the_browsers_own_dialogue()
    {
        var client = host.Client();
        client.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        var answer = await client.GetAsync($"/may/{AccessPolicies.SignedIn}");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(new AuthenticationHeaderValue("Session", "realm=\"lrs\""), Assert.Single(answer.Headers.WwwAuthenticate));
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
