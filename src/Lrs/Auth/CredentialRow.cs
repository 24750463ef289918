namespace Lrs.Auth;

/// <summary>A row of the table of credentials.</summary>
internal sealed record CredentialRow
{
    public string Key { get; init; } = "";

    public string SecretSha256 { get; init; } = "";

    public string Provider { get; init; } = "";

    public string Scopes { get; init; } = "";

    public string Name { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public string AllowedOrigins { get; init; } = "";

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? PreviousSecretSha256 { get; init; }

    public DateTimeOffset? PreviousValidUntil { get; init; }

    /// <summary>A day of UTC, yyyy-MM-dd; at most a minute behind.</summary>
    public string? LastUsedOn { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public CredentialSummary ToSummary() => new()
    {
        Key = Key,
        Provider = Provider,
        Scopes = ScopeNames.Of(ScopeNames.ParseKept(Scopes)),
        Name = Name,
        CreatedAt = CreatedAt,
        AllowedOrigins = Auth.AllowedOrigins.ParseKept([AllowedOrigins]).Names,
        ExpiresAt = ExpiresAt,
        PreviousValidUntil = PreviousValidUntil,
        LastUsedOn = LastUsedOn,
        RevokedAt = RevokedAt,
    };
}

/// <summary>A credential as it is listed: without its secret.</summary>
internal sealed record CredentialSummary
{
    public required string Key { get; init; }

    public required string Provider { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<string> AllowedOrigins { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Until when the secret before the last rotation is valid, or was.</summary>
    public required DateTimeOffset? PreviousValidUntil { get; init; }

    /// <summary>A day of UTC, yyyy-MM-dd; at most a minute behind.</summary>
    public required string? LastUsedOn { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }
}
