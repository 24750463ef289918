namespace Lrs.Auth;

/// <summary>A person who signs in to the pages.</summary>
internal sealed record User
{
    public string UserName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public string PasswordHash { get; init; } = "";

    /// <summary>lan, agency or vendor.</summary>
    public string Role { get; init; } = "";

    public string? AgencyCode { get; init; }

    public string? Provider { get; init; }

    /// <summary>Stands in the session too; a session with another one has ended.</summary>
    public string Stamp { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public Caller ToCaller() => Role switch
    {
        "lan" => new Caller(CallerKind.User, UserName, Provider: "", Scopes.AllRead, Auth.Role.Lan, AgencyCode: null),
        "agency" => new Caller(CallerKind.User, UserName, Provider: "", Scopes.None, Auth.Role.Agency, AgencyCode),
        "vendor" => new Caller(CallerKind.User, UserName, Provider ?? "", Scopes.StatementsReadMine, Auth.Role.Vendor, AgencyCode: null),
        _ => throw new InvalidOperationException($"The user's role {Role} is none of lan, agency, vendor."),
    };
}
