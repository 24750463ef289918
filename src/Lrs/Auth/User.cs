namespace Lrs.Auth;

/// <summary>A person who signs in to the pages.</summary>
internal sealed record User
{
    public string UserName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    /// <summary>"" where another service vouches for the user: no password signs them in.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>lan, agency, vendor or asn.</summary>
    public string Role { get; init; } = "";

    public string? AgencyCode { get; init; }

    public string? Provider { get; init; }

    /// <summary>Who of the registry a civil servant is.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Stands in the session too; a session with another one has ended.</summary>
    public string Stamp { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when the password that was made for them signs them in; null when they chose their own.</summary>
    public DateTimeOffset? InitialUntil { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Issuer and subject of the service that vouches for the user; "" for one with a password.</summary>
    public string VouchedBy { get; init; } = "";

    public Caller ToCaller() => CallerOfRole() with { MustChangePassword = InitialUntil is not null };

    private Caller CallerOfRole() => Role switch
    {
        "lan" => new Caller(CallerKind.User, UserName, Provider: "", Scopes.AllRead, Auth.Role.Lan, AgencyCode: null),
        "agency" => new Caller(CallerKind.User, UserName, Provider: "", Scopes.None, Auth.Role.Agency, AgencyCode),
        "vendor" => new Caller(CallerKind.User, UserName, Provider ?? "", Scopes.StatementsReadMine, Auth.Role.Vendor, AgencyCode: null),
        "asn" => new Caller(CallerKind.User, UserName, Provider: "", Scopes.None, Auth.Role.Asn, AgencyCode: null) { PersonId = PersonId },
        _ => throw new InvalidOperationException($"The user's role {Role} is none of lan, agency, vendor, asn."),
    };
}
