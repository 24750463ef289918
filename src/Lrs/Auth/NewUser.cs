namespace Lrs.Auth;

/// <summary>The request for a user, as it came.</summary>
/// <param name="Password">Left out: one is made, which signs in once and for a few days, to choose another.</param>
internal sealed record NewUser(
    string? UserName, string? DisplayName, string? Password, string? Role, string? AgencyCode, string? Provider, Guid? PersonId = null)
{
    private const int MaxLength = 200;

    /// <summary>What is wrong with it, or null.</summary>
    public string? FindWrong(int minPasswordLength)
    {
        if (string.IsNullOrWhiteSpace(UserName) || UserName.Length > MaxLength)
            return $"\"userName\" is missing or longer than {MaxLength} characters.";
        if (UserName.Contains(':', StringComparison.Ordinal) || UserName.Contains('/', StringComparison.Ordinal))
            return "\"userName\" must contain neither a colon nor a slash.";
        if (Password is not null && PasswordRules.Check(Password, UserName, minPasswordLength) is { } error)
            return error.Sentence(minPasswordLength);
        return FindWrongPlace(DisplayName, Role, AgencyCode, Provider, PersonId);
    }

    public User ToUser() => new()
    {
        UserName = Users.Normalise(UserName!),
        DisplayName = DisplayName?.Trim() is { Length: > 0 } name ? name : UserName!.Trim(),
        Role = Role!, AgencyCode = AgencyCode, Provider = Provider, PersonId = PersonId,
    };

    // So that no log can hold the password by printing the request.
    public override string ToString() => nameof(NewUser);

    public static string? FindWrongPlace(string? displayName, string? role, string? agencyCode, string? provider, Guid? personId) =>
        (displayName, role, agencyCode, provider, personId) switch
        {
            ({ Length: > MaxLength }, _, _, _, _) => $"\"displayName\" is longer than {MaxLength} characters.",
            (_, "lan", null, null, null) => null,
            (_, "lan", _, _, _) => "The role lan has none of \"agencyCode\", \"provider\", \"personId\".",
            (_, "agency", { Length: > 0 }, null, null) => null,
            (_, "agency", _, _, _) => "The role agency needs \"agencyCode\" and has neither \"provider\" nor \"personId\".",
            (_, "vendor", null, { Length: > 0 }, null) => null,
            (_, "vendor", _, _, _) => "The role vendor needs \"provider\" and has neither \"agencyCode\" nor \"personId\".",
            (_, "asn", null, null, not null) => null,
            (_, "asn", _, _, _) => "The role asn needs \"personId\" and has neither \"agencyCode\" nor \"provider\".",
            _ => "\"role\" has to be lan, agency, vendor or asn.",
        };
}

/// <summary>What a user is from now on: all of it, as it came.</summary>
/// <param name="Disabled">They are signed out, and may not sign in.</param>
internal sealed record ChangedUser(
    string? DisplayName, string? Role, string? AgencyCode = null, string? Provider = null, Guid? PersonId = null, bool Disabled = false)
{
    public string? FindWrong() => NewUser.FindWrongPlace(DisplayName, Role, AgencyCode, Provider, PersonId);
}
