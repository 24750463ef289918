using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lrs.Auth;

namespace Lrs.Tests.Auth;

/// <summary>Making users, their first sign-in, and what ends it.</summary>
public sealed class UsersTests(AuthHost host) : IClassFixture<AuthHost>
{
    private const string OwnPassword = "pilihan saya sendiri";

    [Fact]
    public async Task A_user_made_without_a_password_comes_with_the_initial_one_and_chooses_their_own_before_anything_else()
    {
        var made = await MakeAsync("baru", "lan");
        var initial = made.GetProperty("initialPassword").GetString()!;
        using var browser = await SignedInAsync("baru", initial);
        Assert.True((await browser.GetFromJsonAsync<JsonElement>("/api/v1/session")).GetProperty("mustChangePassword").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/v1/users")).StatusCode);

        using var changed = await browser.PutAsJsonAsync("/api/v1/session/password", new { currentPassword = initial, password = OwnPassword });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/v1/users")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AuthHost.SignInAsync(host.Client(), "baru", initial)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AuthHost.SignInAsync(host.Client(), "baru", OwnPassword)).StatusCode);
    }

    [Fact]
    public async Task An_initial_password_is_good_for_seven_days()
    {
        var initial = (await MakeAsync("lambat", "lan")).GetProperty("initialPassword").GetString()!;
        host.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.Unauthorized, (await AuthHost.SignInAsync(host.Client(), "lambat", initial)).StatusCode);

        using var reset = await host.Root().PostAsync("/api/v1/users/lambat/initial-password", null);
        var again = (await reset.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("initialPassword").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await AuthHost.SignInAsync(host.Client(), "lambat", again)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_user_is_signed_out_and_stays_out_until_enabled()
    {
        await host.AddUserAsync("cuti", "agency", "4001");
        using var browser = await SignedInAsync("cuti");
        await ChangeAsync("cuti", disabled: true);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AuthHost.SignInAsync(host.Client(), "cuti")).StatusCode);
        await ChangeAsync("cuti", disabled: false);
        Assert.Equal(HttpStatusCode.OK, (await AuthHost.SignInAsync(host.Client(), "cuti")).StatusCode);
        var changes = await host.Root().GetFromJsonAsync<UserChange[]>("/api/v1/users/cuti/changes");
        Assert.Equal([UserChange.Made, UserChange.Updated, UserChange.Updated], changes!.Select(change => change.Change));
        Assert.All(changes!, change => Assert.Equal("credential:root", change.Caller));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_sessions_of_all_devices()
    {
        await host.AddUserAsync("banyak");
        using var here = await SignedInAsync("banyak");
        using var there = await SignedInAsync("banyak");
        Assert.Equal(HttpStatusCode.NoContent, (await here.DeleteAsync("/api/v1/session?everywhere=true")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/v1/session")).StatusCode);

        using var again = await SignedInAsync("banyak");
        Assert.Equal(HttpStatusCode.NoContent, (await host.Root().DeleteAsync("/api/v1/users/banyak/sessions")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_ends_all_sessions_but_the_one_that_changed_it()
    {
        await host.AddUserAsync("ganti");
        using var here = await SignedInAsync("ganti");
        using var there = await SignedInAsync("ganti");
        using var changed = await here.PutAsJsonAsync("/api/v1/session/password", new { currentPassword = AuthHost.Password, password = OwnPassword });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/v1/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task Nobody_of_LAN_locks_themselves_out()
    {
        await host.AddUserAsync("satu");
        using var browser = await SignedInAsync("satu");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.DeleteAsync("/api/v1/users/satu")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PutAsJsonAsync("/api/v1/users/satu", new { role = "lan", disabled = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PutAsJsonAsync("/api/v1/users/satu", new { role = "agency", agencyCode = "4001" })).StatusCode);
    }

    [Fact]
    public async Task Users_are_found_by_part_of_their_name_and_by_role_a_page_at_a_time()
    {
        foreach (var name in (string[])["halaman-a", "halaman-b", "halaman-c"])
            await host.AddUserAsync(name, "agency", "4001");
        var first = await host.Root().GetFromJsonAsync<JsonElement>("/api/v1/users?search=HALAMAN-&role=agency&limit=2");
        Assert.Equal(["halaman-a", "halaman-b"], NamesOf(first));
        var second = await host.Root().GetFromJsonAsync<JsonElement>($"/api/v1/users?search=halaman-&limit=2&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal(["halaman-c"], NamesOf(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Empty(NamesOf(await host.Root().GetFromJsonAsync<JsonElement>("/api/v1/users?search=halaman-&role=lan")));
        Assert.Empty(NamesOf(await host.Root().GetFromJsonAsync<JsonElement>("/api/v1/users?search=halaman_")));
    }

    [Theory]
    [InlineData("pendek", PasswordError.TooShort)]
    [InlineData("aaaaaaaaaaaaaa", PasswordError.FewCharacters)]
    [InlineData("234567890123", PasswordError.Sequence)]
    [InlineData("qwertyuiopas", PasswordError.Sequence)]
    [InlineData("Indonesia1945!", PasswordError.CommonWord)]
    [InlineData("punya-siti.rahma-2026", PasswordError.ContainsUserName)]
    public void Refuses_a_password_that_is_tried_first(string password, object error) =>
        Assert.Equal(error, PasswordRules.Check(password, "siti.rahma@bkn.go.id", minLength: 12));

    [Theory]
    [InlineData("belajar-sepanjang-hayat")]
    [InlineData("naik kereta ke Bandung")]
    [InlineData("ᮅᮛᮀ ᮞᮥᮔ᮪ᮓ ᮕᮤᮔᮨ")]
    public void Takes_a_password_that_is_long_in_any_script(string password) =>
        Assert.Null(PasswordRules.Check(password, "siti", minLength: 12));

    private static IEnumerable<string?> NamesOf(JsonElement page) =>
        page.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("userName").GetString());

    private async Task<JsonElement> MakeAsync(string userName, string role)
    {
        using var made = await host.Root().PostAsJsonAsync("/api/v1/users", new { userName, role });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return await made.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task ChangeAsync(string userName, bool disabled)
    {
        using var changed = await host.Root().PutAsJsonAsync($"/api/v1/users/{userName}", new { role = "agency", agencyCode = "4001", disabled });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    private async Task<HttpClient> SignedInAsync(string userName, string password = AuthHost.Password)
    {
        var browser = host.Browser();
        using var session = await AuthHost.SignInAsync(browser, userName, password);
        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
        browser.DefaultRequestHeaders.Add(AuthSchemes.PagesHeader, AuthSchemes.PagesHeaderValue);
        return browser;
    }
}
