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
internal sealed class CredentialCache(RelationalStore store, IOptions<AuthOptions> options, CredentialUse use, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMilliseconds(800);

    // Unknown keys are remembered too, or guessing would be a way to the database; so the memory has to end somewhere.
    private const int MaxKeys = 20_000;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly Known? _root = MakeRoot(options.Value);

    /// <summary>The ticket of the credential, or null where the key is unknown, revoked or expired, or the secret wrong.</summary>
    public async ValueTask<AuthenticationTicket?> FindAsync(string key, ReadOnlyMemory<char> secret, CancellationToken cancellationToken)
    {
        var hash = Credential.Hash(secret.Span);
        var known = _root is not null && key == _root.Key
            ? _root
            : _known.TryGetValue(key, out var kept) && clock.GetElapsedTime(kept.ReadAt) < KeptFor
                ? kept
                : await ReadAsync(key, cancellationToken);
        // Both are compared whatever the first gives, so that the time taken says nothing of either.
        var isSecret = CryptographicOperations.FixedTimeEquals(known.SecretHash, hash);
        var isPrevious = CryptographicOperations.FixedTimeEquals(known.PreviousHash, hash);
        var now = clock.GetUtcNow();
        if ((!isSecret && !(isPrevious && now < known.PreviousUntil)) || now >= known.ExpiresAt || known.Ticket is null)
            return null;
        if (known != _root)
            use.Note(key, known.LastUsedOn);
        return known.Ticket;
    }

    public void Forget(string key) => _known.TryRemove(key, out _);

    private async Task<Known> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var readAt = clock.GetTimestamp();
        var row = await store.ReadOneAsync<CredentialRow>(
            "SELECT * FROM credentials WHERE key = @key AND revoked_at IS NULL", new { key }, cancellationToken);
        var known = row is null ? new Known(key, Nobodys(), null) : Of(row);
        known = known with { ReadAt = readAt };
        if (_known.Count >= MaxKeys)
            _known.Clear();
        _known[key] = known;
        return known;
    }

    private static Known Of(CredentialRow row)
    {
        var caller = new Caller(CallerKind.Credential, row.Key, row.Provider, ScopeNames.ParseKept(row.Scopes), Role.Vendor, AgencyCode: null)
        {
            Origins = AllowedOrigins.ParseKept([row.AllowedOrigins]),
        };
        return new Known(row.Key, Convert.FromHexString(row.SecretSha256), Ticket(caller))
        {
            PreviousHash = row.PreviousSecretSha256 is { } previous ? Convert.FromHexString(previous) : Nobodys(),
            PreviousUntil = row.PreviousValidUntil ?? DateTimeOffset.MinValue,
            ExpiresAt = row.ExpiresAt ?? DateTimeOffset.MaxValue,
            LastUsedOn = row.LastUsedOn,
        };
    }

    private static Known? MakeRoot(AuthOptions options) =>
        string.IsNullOrEmpty(options.RootKey)
            ? null
            : new Known(options.RootKey, Credential.Hash(options.RootSecret), Ticket(new Caller(
                CallerKind.Credential, options.RootKey, Provider: "", Scopes.All, Role.Lan, AgencyCode: null)));

    /// <summary>A hash that no secret has.</summary>
    private static byte[] Nobodys() => RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    private static AuthenticationTicket Ticket(Caller caller) =>
        new(new ClaimsPrincipal(new CallerIdentity(caller, AuthSchemes.Basic)), AuthSchemes.Basic);

    private sealed record Known(string Key, byte[] SecretHash, AuthenticationTicket? Ticket)
    {
        public byte[] PreviousHash { get; init; } = Nobodys();

        public DateTimeOffset PreviousUntil { get; init; } = DateTimeOffset.MinValue;

        public DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.MaxValue;

        public string? LastUsedOn { get; init; }

        public long ReadAt { get; init; }
    }
}
