using Lrs.Auth;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Lrs.Tests.Auth;

/// <summary>The table of users and the log of what was done to them.</summary>
public class UsersTableTests : IDisposable
{
    private static readonly Caller Lan = new User { UserName = "lan", Role = "lan" }.ToCaller();

    private readonly TemporaryStore _temporary;
    private readonly Users _users;

    public UsersTableTests()
        : this(new TemporaryStore())
    {
    }

    protected UsersTableTests(TemporaryStore temporary) =>
        (_temporary, _users) = (temporary, new Users(temporary.Store, new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 3, 0, 0, TimeSpan.Zero))));

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task A_user_is_found_as_they_were_made_and_changed()
    {
        var person = Guid.NewGuid();
        Assert.True(await _users.CreateAsync(new User { UserName = "Siti", DisplayName = "Siti", Role = "asn", PersonId = person }, Lan, default));
        Assert.False(await _users.CreateAsync(new User { UserName = "siti", DisplayName = "Another", Role = "lan" }, Lan, default));
        var made = (await _users.FindAsync("SITI", default))!;
        Assert.Equal(("siti", person, (DateTimeOffset?)null), (made.UserName, made.PersonId, made.InitialUntil));

        Assert.True(await _users.UpdateAsync(made with { Role = "agency", PersonId = null, AgencyCode = "4001", DisabledAt = made.CreatedAt }, Lan, default));
        await _users.SetPasswordAsync("siti", "hash", made.CreatedAt, Lan, default);
        await _users.SignedInAsync("siti", default);
        var changed = (await _users.FindAsync("siti", default))!;
        Assert.Equal(("agency", "4001", made.CreatedAt, made.CreatedAt, made.CreatedAt),
            (changed.Role, changed.AgencyCode, changed.DisabledAt!.Value, changed.InitialUntil!.Value, changed.LastSignInAt!.Value));
        Assert.NotEqual(made.Stamp, changed.Stamp);

        Assert.True(await _users.DeleteAsync("siti", Lan, default));
        Assert.Equal(
            [UserChange.Made, UserChange.Updated, UserChange.PasswordSet, UserChange.Deleted],
            (await _users.ChangesAsync("siti", default)).Select(change => change.Change).Order(Comparer<string>.Create((a, b) => Place(a) - Place(b))));
    }

    [SkippableFact]
    public async Task A_role_and_a_place_that_do_not_fit_are_refused_by_the_table_too() =>
        await Assert.ThrowsAnyAsync<Exception>(() => _users.CreateAsync(new User { UserName = "x", Role = "asn", AgencyCode = "4001" }, Lan, default));

    [SkippableFact]
    public async Task Pages_of_users_follow_each_other_without_a_gap()
    {
        string[] names = ["a-1", "a_1", "a.1", "a1", "a@1"];
        foreach (var name in names)
            await _users.CreateAsync(new User { UserName = name, DisplayName = "Halaman", Role = "lan" }, Lan, default);
        var seen = new List<string>();
        while (await _users.ListAsync("HALAMAN", "lan", seen.LastOrDefault() ?? "", 2, default) is { Count: > 0 } page)
            seen.AddRange(page.Select(user => user.UserName));
        Assert.Equal(names.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(["a_1"], (await _users.ListAsync("A_", "", "", 10, default)).Select(user => user.UserName));
    }

    [SkippableFact]
    public async Task Whom_a_provider_vouches_for_is_found_by_its_word_alone()
    {
        await _users.CreateAsync(new User { UserName = "oidc:1", Role = "lan", VouchedBy = "https://sso.example A" }, Lan, default);
        Assert.NotNull(await _users.FindVouchedAsync("https://sso.example A", default));
        Assert.Null(await _users.FindVouchedAsync("https://sso.example a", default));
        Assert.Null(await _users.SetPasswordAsync("oidc:1", "hash", null, Lan, default));
    }

    // The clock stands still, so the changes have one time.
    private static int Place(string change) => Array.IndexOf([UserChange.Made, UserChange.Updated, UserChange.PasswordSet, UserChange.Deleted], change);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class UsersTableOnPostgresTests(PostgresFixture postgres) : UsersTableTests(postgres.CreateStore());
