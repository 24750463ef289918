using Analytics.ClickHouse;
using Analytics.Relational;

namespace Lrs.Auth;

/// <summary>The table of users.</summary>
internal sealed class Users(RelationalStore store, TimeProvider clock)
{
    private static readonly string Insert = EmbeddedSql.Load<Users>("InsertUser");

    /// <summary>False where the user name is taken.</summary>
    public async Task<bool> CreateAsync(User user, CancellationToken cancellationToken)
    {
        var row = user with { UserName = Normalise(user.UserName), Stamp = Guid.NewGuid().ToString("N"), CreatedAt = clock.GetUtcNow() };
        return await store.WriteAsync(Insert, row, cancellationToken) > 0;
    }

    public Task<User?> FindAsync(string userName, CancellationToken cancellationToken) =>
        store.ReadOneAsync<User>("SELECT * FROM users WHERE user_name = @name", new { name = Normalise(userName) }, cancellationToken);

    public Task<IReadOnlyList<User>> ListAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<User>("SELECT * FROM users ORDER BY user_name", null, cancellationToken);

    public async Task<bool> DeleteAsync(string userName, CancellationToken cancellationToken) =>
        await store.WriteAsync("DELETE FROM users WHERE user_name = @name", new { name = Normalise(userName) }, cancellationToken) > 0;

    /// <summary>The same password under today's cost; running sessions go on.</summary>
    public Task RehashAsync(string userName, string passwordHash, CancellationToken cancellationToken) =>
        store.WriteAsync("UPDATE users SET password_hash = @passwordHash WHERE user_name = @userName", new { userName, passwordHash }, cancellationToken);

    public static string Normalise(string userName) => userName.Trim().ToLowerInvariant();
}
