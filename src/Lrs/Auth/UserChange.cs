namespace Lrs.Auth;

/// <summary>What was done to a user, by whom and when.</summary>
internal sealed record UserChange
{
    public const string Made = "made";
    public const string Updated = "updated";
    public const string PasswordSet = "password set";
    public const string SignedOut = "signed out everywhere";
    public const string Deleted = "deleted";

    public DateTimeOffset ChangedAt { get; init; }

    public string Change { get; init; } = "";

    public string Detail { get; init; } = "";

    public string Caller { get; init; } = "";
}
