using System.Security.Cryptography;
using Dapper;

namespace Analytics.Relational;

/// <summary>
/// Random keys made once for this installation and never changed: with <see cref="InstallationKeyAsync"/> a NIP becomes a person_id, so
/// losing it would make every person a stranger. It is backed up with the relational store.
/// </summary>
public sealed class InstallationSecrets(RelationalStore store, TimeProvider clock)
{
    public const string PersonIds = "person-ids";
    private const int KeyBytes = 32;

    private byte[]? _installationKey;

    /// <summary>32 bytes: the key of the HMAC that gives person_id.</summary>
    public async ValueTask<byte[]> InstallationKeyAsync(CancellationToken cancellationToken) =>
        _installationKey ??= await GetOrMakeAsync(PersonIds, cancellationToken);

    /// <summary>The same, for whoever needs it a million times: it is read when the store is opened at start.</summary>
    public byte[] InstallationKey =>
        _installationKey ?? throw new InvalidOperationException("The relational store has not been opened yet.");

    public async Task<byte[]> GetOrMakeAsync(string name, CancellationToken cancellationToken)
    {
        // Of two processes that start together one inserts; both then read that one.
        const string insert = "INSERT INTO installation_secrets (name, secret, made_at) VALUES (@name, @secret, @now) ON CONFLICT (name) DO NOTHING";
        const string select = "SELECT secret FROM installation_secrets WHERE name = @name";
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
        var kept = await store.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(insert, new { name, secret, now = clock.GetUtcNow() }, transaction);
                return await connection.QuerySingleAsync<string>(select, new { name }, transaction);
            },
            cancellationToken);
        return Convert.FromBase64String(kept);
    }
}
