using System.Diagnostics.CodeAnalysis;

namespace Lrs.Auth;

/// <summary>The request for a credential, as it came.</summary>
internal sealed record NewCredential(
    string? Provider, IReadOnlyList<string?>? Scopes, string? Name, IReadOnlyList<string?>? AllowedOrigins = null, DateTimeOffset? ExpiresAt = null)
{
    private const int MaxNameLength = 200;

    public bool TryCheck(DateTimeOffset now, [NotNullWhen(true)] out CheckedCredential? wanted, [NotNullWhen(false)] out string? wrong)
    {
        wanted = null;
        wrong = FindWrong(now, out var scopes);
        if (wrong is null && Auth.AllowedOrigins.TryParse(AllowedOrigins ?? [], out var origins, out wrong))
            wanted = new CheckedCredential(Provider!.Trim(), scopes, Name?.Trim() ?? "", origins, ExpiresAt);
        return wrong is null;
    }

    private string? FindWrong(DateTimeOffset now, out Scopes scopes)
    {
        scopes = Scopes is null ? ScopeNames.Default : Auth.Scopes.None;
        if (string.IsNullOrWhiteSpace(Provider) || Provider.Length > MaxNameLength)
            return $"\"provider\" has to name the platform, in at most {MaxNameLength} characters.";
        if (Name?.Length > MaxNameLength)
            return $"\"name\" is longer than {MaxNameLength} characters.";
        if (ExpiresAt <= now)
            return "\"expiresAt\" has passed.";
        if (Scopes is { Count: 0 })
            return $"\"scopes\" is empty. Known are: {ScopeNames.Known}.";
        foreach (var name in Scopes ?? [])
        {
            if (name is null || !ScopeNames.TryParse(name, out var scope))
                return $"The scope \"{name}\" is not known. Known are: {ScopeNames.Known}.";
            scopes |= scope;
        }

        return null;
    }
}

/// <summary>A credential that may be made.</summary>
internal sealed record CheckedCredential(string Provider, Scopes Scopes, string Name, AllowedOrigins Origins, DateTimeOffset? ExpiresAt);
