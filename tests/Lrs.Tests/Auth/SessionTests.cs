using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lrs.Auth;

namespace Lrs.Tests.Auth;

public sealed class SessionTests(AuthHost host) : IClassFixture<AuthHost>
{
    [Fact]
    public async Task A_user_who_signed_in_is_known_until_they_sign_out()
    {
        await host.AddUserAsync("Siti@bkn", "agency", "4001");
        var browser = host.Browser();
        var signedIn = await (await AuthHost.SignInAsync(browser, "siti@BKN")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("4001", signedIn.GetProperty("agencyCode").GetString());
        Assert.Equal("agency", signedIn.GetProperty("role").GetString());
        Assert.Equal(JsonValueKind.Null, signedIn.GetProperty("provider").ValueKind);
        Assert.Equal("Siti", (await browser.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("displayName").GetString());

        browser.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        Assert.Equal(HttpStatusCode.NoContent, (await browser.DeleteAsync("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await host.AddUserAsync("cookie");
        var cookie = SessionCookieOf(await AuthHost.SignInAsync(host.Client(), "cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);

        var overTls = host.Client();
        overTls.BaseAddress = new Uri("https://localhost");
        cookie = SessionCookieOf(await AuthHost.SignInAsync(overTls, "cookie"));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_in_use_goes_on_and_an_idle_one_ends_after_an_hour()
    {
        await host.AddUserAsync("long");
        var browser = host.Browser();
        await AuthHost.SignInAsync(browser, "long");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            host.Clock.Advance(TimeSpan.FromMinutes(40));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/session")).StatusCode);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_much_it_is_used()
    {
        await host.AddUserAsync("busy");
        var browser = host.Browser();
        await AuthHost.SignInAsync(browser, "busy");
        for (var minutes = 40; minutes < 12 * 60; minutes += 40)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(40));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/session")).StatusCode);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task A_changing_call_by_cookie_needs_the_header_another_site_cannot_send()
    {
        await host.AddUserAsync("csrf");
        var browser = host.Browser();
        await AuthHost.SignInAsync(browser, "csrf");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/may/{AccessPolicies.Administer}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"/may/{AccessPolicies.Administer}", null)).StatusCode);
        browser.DefaultRequestHeaders.Add("X-Requested-With", "lrs");
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync($"/may/{AccessPolicies.Administer}", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Root().PostAsync($"/may/{AccessPolicies.Administer}", null)).StatusCode);
    }

    [Fact]
    public async Task The_session_of_a_deleted_user_has_ended()
    {
        await host.AddUserAsync("gone");
        var browser = host.Browser();
        await AuthHost.SignInAsync(browser, "gone");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Root().DeleteAsync("/api/v1/users/gone")).StatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/may/{AccessPolicies.SignedIn}")).StatusCode);

        await host.AddUserAsync("gone");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync($"/may/{AccessPolicies.SignedIn}")).StatusCode);
    }

    [Fact]
    public async Task After_five_failures_a_name_has_to_wait_whether_or_not_there_is_such_a_user()
    {
        await host.AddUserAsync("locked");
        foreach (var name in (string[])["locked", "nobody at all"])
        {
            for (var i = 0; i < SignInGuard.OfNameAndAddress.Tries; i++)
                Assert.Equal(HttpStatusCode.Unauthorized, (await AuthHost.SignInAsync(host.Client(), name, "wrong")).StatusCode);
            var answer = await AuthHost.SignInAsync(host.Client(), name);
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.Equal(SignInGuard.OfNameAndAddress.OneEvery, answer.Headers.RetryAfter?.Delta);
        }

        host.Clock.Advance(SignInGuard.OfNameAndAddress.OneEvery);
        Assert.Equal(HttpStatusCode.OK, (await AuthHost.SignInAsync(host.Client(), "locked")).StatusCode);
    }

    [Fact]
    public async Task A_user_nobody_knows_and_a_wrong_password_get_the_same_answer()
    {
        await host.AddUserAsync("known");
        var wrong = await AuthHost.SignInAsync(host.Client(), "known", "wrong");
        var unknown = await AuthHost.SignInAsync(host.Client(), "unknown", "wrong");
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task What_no_password_can_be_is_wrong_like_any_other(int length)
    {
        await host.AddUserAsync("empty");
        Assert.Equal(HttpStatusCode.Unauthorized, (await AuthHost.SignInAsync(host.Client(), "empty", new string('a', length))).StatusCode);
    }

    [Fact]
    public async Task A_user_name_is_taken_once_in_any_case()
    {
        Assert.Equal(HttpStatusCode.Created, (await host.AddUserAsync("once")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await host.AddUserAsync("ONCE")).StatusCode);
    }

    [Theory]
    [InlineData("lan", "4001", null)]
    [InlineData("agency", null, null)]
    [InlineData("agency", "4001", "p")]
    [InlineData("vendor", null, null)]
    [InlineData("asn", null, null)]
    [InlineData("admin", null, null)]
    public async Task Refuses_a_user_whose_role_and_place_do_not_fit(string role, string? agencyCode, string? provider) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await host.AddUserAsync("misfit", role, agencyCode, provider)).StatusCode);

    [Fact]
    public void An_agency_sees_itself_and_lan_all()
    {
        var agency = new User { Role = "agency", AgencyCode = "4001" }.ToCaller();
        Assert.True(agency.MaySeeAgency("4001"));
        Assert.False(agency.MaySeeAgency("4002"));
        Assert.True(new User { Role = "lan" }.ToCaller().MaySeeAgency("4002"));
        Assert.False(new User { Role = "vendor", Provider = "4001" }.ToCaller().MaySeeAgency("4001"));
    }

    private static string SessionCookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(AuthSchemes.SessionCookie + "=", StringComparison.Ordinal));
}
