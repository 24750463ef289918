using Analytics.ClickHouse;
using Analytics.Relational;
using Dapper;

namespace Lrs.Auth;

/// <summary>The table of users, and the log of what was done to them, in the transaction that does it.</summary>
internal sealed class Users(RelationalStore store, TimeProvider clock)
{
    public const int MaxPerPage = 200;

    private static readonly string Insert = EmbeddedSql.Load<Users>("InsertUser");
    private static readonly string Update = EmbeddedSql.Load<Users>("UpdateUser");
    private static readonly string List = EmbeddedSql.Load<Users>("ListUsers");
    private static readonly string InsertChange = EmbeddedSql.Load<Users>("InsertUserChange");

    /// <summary>Called with the name of a user that was changed here.</summary>
    public event Action<string>? Changed;

    /// <summary>False where the user name is taken.</summary>
    public Task<bool> CreateAsync(User user, Caller by, CancellationToken cancellationToken)
    {
        var row = user with { UserName = Normalise(user.UserName), Stamp = NewStamp(), CreatedAt = clock.GetUtcNow() };
        return ChangeAsync(Insert, row, row.UserName, UserChange.Made, PlaceOf(row), by, cancellationToken);
    }

    public Task<User?> FindAsync(string userName, CancellationToken cancellationToken) =>
        store.ReadOneAsync<User>("SELECT * FROM users WHERE user_name = @name", new { name = Normalise(userName) }, cancellationToken);

    /// <summary>Whom an issuer knows by this subject.</summary>
    public Task<User?> FindVouchedAsync(string vouchedBy, CancellationToken cancellationToken) =>
        store.ReadOneAsync<User>("SELECT * FROM users WHERE vouched_by = @vouchedBy", new { vouchedBy }, cancellationToken);

    /// <summary>By user name, those after <paramref name="after"/>; one more than asked for tells that there is a further page.</summary>
    /// <param name="search">Part of the user name or of the displayed name; "" for all.</param>
    /// <param name="role">"" for all.</param>
    public Task<IReadOnlyList<User>> ListAsync(string search, string role, string after, int limit, CancellationToken cancellationToken)
    {
        var pattern = "%" + search.ToLowerInvariant().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_") + "%";
        return store.ReadAsync<User>(List, new { pattern, role, after, limit }, cancellationToken);
    }

    /// <summary>Role, place, name and whether they may sign in; their sessions end where that has changed anything. False where there is no such user.</summary>
    public Task<bool> UpdateAsync(User user, Caller by, CancellationToken cancellationToken)
    {
        var detail = PlaceOf(user) + (user.DisabledAt is null ? "" : ", disabled");
        return ChangeAsync(Update, user with { Stamp = NewStamp() }, user.UserName, UserChange.Updated, detail, by, cancellationToken);
    }

    public Task<bool> DeleteAsync(string userName, Caller by, CancellationToken cancellationToken)
    {
        var name = Normalise(userName);
        return ChangeAsync("DELETE FROM users WHERE user_name = @name", new { name }, name, UserChange.Deleted, "", by, cancellationToken);
    }

    /// <summary>Sets a password and ends every session; null where there is no such user.</summary>
    /// <param name="initialUntil">Until when it signs in whom it was made for; null where they chose it.</param>
    public async Task<User?> SetPasswordAsync(
        string userName, string passwordHash, DateTimeOffset? initialUntil, Caller by, CancellationToken cancellationToken)
    {
        var name = Normalise(userName);
        return await ChangeAsync(
            "UPDATE users SET password_hash = @passwordHash, initial_until = @initialUntil, stamp = @stamp WHERE user_name = @name AND vouched_by = ''",
            new { name, passwordHash, initialUntil, stamp = NewStamp() }, name, UserChange.PasswordSet, initialUntil is null ? "own" : "initial", by, cancellationToken)
            ? await FindAsync(name, cancellationToken)
            : null;
    }

    /// <summary>Signs the user out everywhere.</summary>
    public Task<bool> EndSessionsAsync(string userName, Caller by, CancellationToken cancellationToken)
    {
        var name = Normalise(userName);
        return ChangeAsync(
            "UPDATE users SET stamp = @stamp WHERE user_name = @name", new { name, stamp = NewStamp() }, name, UserChange.SignedOut, "", by, cancellationToken);
    }

    /// <summary>The same password under today's cost; running sessions go on.</summary>
    public Task RehashAsync(string userName, string passwordHash, CancellationToken cancellationToken) =>
        store.WriteAsync("UPDATE users SET password_hash = @passwordHash WHERE user_name = @userName", new { userName, passwordHash }, cancellationToken);

    public Task SignedInAsync(string userName, CancellationToken cancellationToken) =>
        store.WriteAsync("UPDATE users SET last_sign_in_at = @now WHERE user_name = @userName", new { userName, now = clock.GetUtcNow() }, cancellationToken);

    public Task<IReadOnlyList<UserChange>> ChangesAsync(string userName, CancellationToken cancellationToken) => store.ReadAsync<UserChange>(
        "SELECT changed_at, change, detail, caller FROM user_changes WHERE user_name = @name ORDER BY changed_at", new { name = Normalise(userName) }, cancellationToken);

    public static string Normalise(string userName) => userName.Trim().ToLowerInvariant();

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    // A person's id is no name: it says who they are only to who has the registry.
    private static string PlaceOf(User user) => string.Join(' ', new[] { user.Role, user.AgencyCode, user.Provider, user.PersonId?.ToString() }.Where(part => part is not null));

    private async Task<bool> ChangeAsync(
        string sql, object parameters, string userName, string change, string detail, Caller by, CancellationToken cancellationToken)
    {
        var noted = new { ChangedAt = clock.GetUtcNow(), UserName = userName, Change = change, Detail = detail, Caller = by.AuthorityKey };
        var changed = await store.WriteAsync(
            async (connection, transaction) =>
                await connection.ExecuteAsync(sql, parameters, transaction) > 0
                && await connection.ExecuteAsync(InsertChange, noted, transaction) > 0,
            cancellationToken);
        Changed?.Invoke(userName);
        return changed;
    }
}
