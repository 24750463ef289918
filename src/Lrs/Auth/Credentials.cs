using Analytics.ClickHouse;
using Analytics.Relational;
using Dapper;

namespace Lrs.Auth;

/// <summary>
/// The table of credentials, and the log of what was done to it. A change counts at once in this process; other processes notice when
/// their copy grows old (<see cref="CredentialCache.KeptFor"/>).
/// </summary>
internal sealed class Credentials(RelationalStore store, CredentialCache cache, OriginsInUse origins, TimeProvider clock)
{
    private static readonly string Insert = EmbeddedSql.Load<Credentials>("InsertCredential");
    private static readonly string Rotate = EmbeddedSql.Load<Credentials>("RotateSecret");
    private static readonly string InsertChange = EmbeddedSql.Load<Credentials>("InsertCredentialChange");

    public async Task<Credential> CreateAsync(CheckedCredential request, Caller by, CancellationToken cancellationToken)
    {
        var credential = Credential.Make();
        var scopes = string.Join(' ', ScopeNames.Of(request.Scopes));
        var row = new
        {
            credential.Key,
            SecretSha256 = Hash(credential),
            request.Provider,
            Scopes = scopes,
            request.Name,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = by.AuthorityKey,
            AllowedOrigins = request.Origins.ToString(),
            request.ExpiresAt,
        };
        await ChangeAsync(Insert, row, credential.Key, CredentialChange.Made, scopes, by, cancellationToken);
        return credential;
    }

    /// <summary>The new secret, or null where there is no such credential or it was revoked.</summary>
    public async Task<Credential?> RotateAsync(string key, DateTimeOffset previousValidUntil, Caller by, CancellationToken cancellationToken)
    {
        var credential = Credential.Make() with { Key = key };
        var row = new { Key = key, SecretSha256 = Hash(credential), PreviousValidUntil = previousValidUntil };
        var detail = $"the secret before is valid until {previousValidUntil:u}";
        return await ChangeAsync(Rotate, row, key, CredentialChange.Rotated, detail, by, cancellationToken) ? credential : null;
    }

    public Task<bool> SetOriginsAsync(string key, AllowedOrigins allowed, Caller by, CancellationToken cancellationToken) => ChangeAsync(
        "UPDATE credentials SET allowed_origins = @Origins WHERE key = @Key AND revoked_at IS NULL",
        new { Key = key, Origins = allowed.ToString() }, key, CredentialChange.OriginsSet, allowed.ToString(), by, cancellationToken);

    public Task<bool> RevokeAsync(string key, Caller by, CancellationToken cancellationToken) => ChangeAsync(
        "UPDATE credentials SET revoked_at = @Now WHERE key = @Key AND revoked_at IS NULL",
        new { Key = key, Now = clock.GetUtcNow() }, key, CredentialChange.Revoked, "", by, cancellationToken);

    /// <summary>All there ever were, in the order they were made.</summary>
    public async Task<IReadOnlyList<CredentialSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync<CredentialRow>("SELECT * FROM credentials ORDER BY created_at, key", null, cancellationToken);
        return [.. rows.Select(row => row.ToSummary())];
    }

    public Task<IReadOnlyList<CredentialChange>> ChangesAsync(string key, CancellationToken cancellationToken) =>
        store.ReadAsync<CredentialChange>("SELECT * FROM credential_changes WHERE key = @key ORDER BY changed_at", new { key }, cancellationToken);

    /// <summary>Makes the change and notes who made it, both or neither; false where it found nothing to change.</summary>
    private async Task<bool> ChangeAsync(
        string sql, object parameters, string key, string change, string detail, Caller by, CancellationToken cancellationToken)
    {
        var noted = new { ChangedAt = clock.GetUtcNow(), Key = key, Change = change, Detail = detail, Caller = by.AuthorityKey };
        var changed = await store.WriteAsync(
            async (connection, transaction) =>
                await connection.ExecuteAsync(sql, parameters, transaction) > 0
                && await connection.ExecuteAsync(InsertChange, noted, transaction) > 0,
            cancellationToken);
        cache.Forget(key);
        origins.Forget();
        return changed;
    }

    private static string Hash(Credential credential) => Convert.ToHexStringLower(Credential.Hash(credential.Secret));
}
