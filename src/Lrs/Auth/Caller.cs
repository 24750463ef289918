namespace Lrs.Auth;

internal enum CallerKind
{
    Credential,
    User,
}

internal enum Role
{
    /// <summary>LAN: the nation, the registry, credentials and users.</summary>
    Lan,

    /// <summary>An agency: its own people.</summary>
    Agency,

    /// <summary>A platform: its own statements.</summary>
    Vendor,

    /// <summary>A civil servant: the own record.</summary>
    Asn,
}

/// <summary>Who is calling and what they may do: the same for a platform's credential and for a person who signed in.</summary>
/// <param name="Name">The credential's key, or the user name.</param>
/// <param name="Provider">The platform, "" for callers that are none.</param>
internal sealed record Caller(CallerKind Kind, string Name, string Provider, Scopes Scopes, Role Role, string? AgencyCode)
{
    /// <summary>What stands in the statement's authority and in the access log: stable, and telling keys from user names.</summary>
    public string AuthorityKey { get; } = $"{(Kind == CallerKind.Credential ? "credential" : "user")}:{Name}";

    /// <summary>Whose pages may use the credential in a browser.</summary>
    public AllowedOrigins Origins { get; init; } = AllowedOrigins.None;

    /// <summary>Who of the registry a civil servant is; null for everybody else.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>They came with the password that was made for them: until they chose their own they may do nothing else.</summary>
    public bool MustChangePassword { get; init; }

    public bool Has(Scopes anyOf) => (Scopes & anyOf) != 0;

    public bool MaySeeAgency(string code) =>
        Role == Role.Lan || (Role == Role.Agency && AgencyCode is not null && string.Equals(AgencyCode, code, StringComparison.Ordinal));

    /// <summary>A person's record: LAN everybody's, an agency its own people's, a civil servant the own.</summary>
    public bool MaySeeRecord(Guid personId, string agencyCode) =>
        Role == Role.Asn ? PersonId is { } own && own == personId : MaySeeAgency(agencyCode);

    public bool MaySeeProvider(string provider) =>
        Role == Role.Lan || (Role == Role.Vendor && Provider.Length > 0 && string.Equals(Provider, provider, StringComparison.Ordinal));

    /// <summary>Statements of every provider, and not of one's own only (T78: <c>statements/read/mine</c> filters by authority).</summary>
    public bool ReadsAllStatements => Has(Scopes.StatementsRead | Scopes.AllRead);
}
