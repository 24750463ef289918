namespace Lrs.Auth;

/// <summary>Who did what to a credential: a row of the audit log, in which no secret stands.</summary>
internal sealed record CredentialChange
{
    public const string Made = "made";
    public const string Rotated = "rotated";
    public const string OriginsSet = "origins set";
    public const string Revoked = "revoked";

    public DateTimeOffset ChangedAt { get; init; }

    public string Key { get; init; } = "";

    public string Change { get; init; } = "";

    public string Detail { get; init; } = "";

    public string Caller { get; init; } = "";
}
