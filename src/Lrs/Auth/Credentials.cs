using Analytics.ClickHouse;
using Analytics.Relational;

namespace Lrs.Auth;

/// <summary>The table of credentials.</summary>
internal sealed class Credentials(RelationalStore store, CredentialCache cache, TimeProvider clock)
{
    private static readonly string Insert = EmbeddedSql.Load<Credentials>("InsertCredential");

    public async Task<Credential> CreateAsync(string provider, Scopes scopes, string name, Caller by, CancellationToken cancellationToken)
    {
        var credential = Credential.Make();
        var row = new
        {
            credential.Key,
            SecretSha256 = Convert.ToHexStringLower(Credential.Hash(credential.Secret)),
            Provider = provider,
            Scopes = string.Join(' ', ScopeNames.Of(scopes)),
            Name = name,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = by.AuthorityKey,
        };
        await store.WriteAsync(Insert, row, cancellationToken);
        return credential;
    }

    public async Task<IReadOnlyList<CredentialSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync<Row>("SELECT * FROM credentials ORDER BY created_at, key", null, cancellationToken);
        return [.. rows.Select(row => new CredentialSummary
        {
            Key = row.Key,
            Provider = row.Provider,
            Scopes = ScopeNames.Of(ScopeNames.ParseKept(row.Scopes)),
            Name = row.Name,
            CreatedAt = row.CreatedAt,
        })];
    }

    /// <summary>At once in this process; other processes notice when their copy grows old (<see cref="CredentialCache.KeptFor"/>).</summary>
    public async Task<bool> RevokeAsync(string key, CancellationToken cancellationToken)
    {
        var revoked = await store.WriteAsync("DELETE FROM credentials WHERE key = @key", new { key }, cancellationToken);
        cache.Forget(key);
        return revoked > 0;
    }

    internal sealed record Row
    {
        public string Key { get; init; } = "";

        public string SecretSha256 { get; init; } = "";

        public string Provider { get; init; } = "";

        public string Scopes { get; init; } = "";

        public string Name { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }
    }
}
