using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Analytics.Relational;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lrs.Auth;

/// <summary>
/// Answers who shows a key and a secret, from memory: a look-up in the relational store costs more than the rest of sign-in. A copy is
/// kept for less than a second, so that a revoked key stops within one everywhere.
/// </summary>
internal sealed class CredentialCache(RelationalStore store, IOptions<AuthOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMilliseconds(800);

    // Unknown keys are remembered too, or guessing would be a way to the database; so the memory has to end somewhere.
    private const int MaxKeys = 20_000;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly Known? _root = MakeRoot(options.Value);

    /// <summary>The ticket of the credential, or null where the key is unknown or the secret wrong.</summary>
    public async ValueTask<AuthenticationTicket?> FindAsync(string key, ReadOnlyMemory<char> secret, CancellationToken cancellationToken)
    {
        var hash = Credential.Hash(secret.Span);
        var known = _root is not null && key == _root.Key
            ? _root
            : _known.TryGetValue(key, out var kept) && clock.GetElapsedTime(kept.ReadAt) < KeptFor
                ? kept
                : await ReadAsync(key, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(known.SecretHash, hash) ? known.Ticket : null;
    }

    public void Forget(string key) => _known.TryRemove(key, out _);

    private async Task<Known> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var readAt = clock.GetTimestamp();
        var row = await store.ReadOneAsync<Credentials.Row>("SELECT * FROM credentials WHERE key = @key", new { key }, cancellationToken);
        var known = row is null
            ? new Known(key, RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), null, readAt)
            : new Known(key, Convert.FromHexString(row.SecretSha256), Ticket(new Caller(
                CallerKind.Credential, key, row.Provider, ScopeNames.ParseKept(row.Scopes), Role.Vendor, AgencyCode: null)), readAt);
        if (_known.Count >= MaxKeys)
            _known.Clear();
        _known[key] = known;
        return known;
    }

    private static Known? MakeRoot(AuthOptions options) =>
        string.IsNullOrEmpty(options.RootKey)
            ? null
            : new Known(options.RootKey, Credential.Hash(options.RootSecret), Ticket(new Caller(
                CallerKind.Credential, options.RootKey, Provider: "", Scopes.All, Role.Lan, AgencyCode: null)), ReadAt: 0);

    private static AuthenticationTicket Ticket(Caller caller) =>
        new(new ClaimsPrincipal(new CallerIdentity(caller, AuthSchemes.Basic)), AuthSchemes.Basic);

    private sealed record Known(string Key, byte[] SecretHash, AuthenticationTicket? Ticket, long ReadAt);
}
