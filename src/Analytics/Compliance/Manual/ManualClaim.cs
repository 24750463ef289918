using System.Globalization;
using System.Text.Json.Serialization;

namespace Analytics.Compliance.Manual;

/// <summary>Learning of a MANUAL form, for whose JP a verifier is asked.</summary>
/// <param name="AgencyCode">The person's agency in the year of the claim: its administrator may verify.</param>
/// <param name="Date">The local day on which it counts.</param>
/// <param name="ClaimedJp">What registry, extension or duration say; it is the verifier's to follow or not.</param>
public sealed record ManualClaim(
    DateOnly Date, Guid PersonId, Guid StatementId, string AgencyCode, string ActivityIri, string Title, string Provider, string Form,
    string Level, decimal ClaimedJp)
{
    public string Name { get; init; } = "";

    /// <summary>A duplicate counts nothing, whatever is entered for it.</summary>
    [JsonIgnore]
    public bool IsDuplicate { get; init; }
}

/// <summary>A page of pending claims, the oldest first.</summary>
public sealed record ManualClaimsPage(IReadOnlyList<ManualClaim> Claims, string? Next);

/// <param name="AgencyCode">Whose people; empty for everybody.</param>
/// <param name="Year">Of which year; 0 for all.</param>
/// <param name="Limit">How many at most; 1 to 500.</param>
/// <param name="Cursor">What <see cref="ManualClaimsPage.Next"/> was; null for the first page.</param>
public sealed record ManualClaimsQuery(string AgencyCode, int Year = 0, int Limit = 50, string? Cursor = null);

/// <summary>After which claim a page begins. Opaque to the caller.</summary>
internal readonly record struct ClaimCursor(DateOnly Date, string PersonId, string StatementId)
{
    /// <summary>Before the first.</summary>
    public static readonly ClaimCursor Start = new(new DateOnly(1900, 1, 1), "", "");

    public static ClaimCursor Of(ManualClaim claim) => new(claim.Date, claim.PersonId.ToString(), claim.StatementId.ToString());

    public override string ToString() => OpaqueCursor.Write(Date.ToString("O", CultureInfo.InvariantCulture), PersonId, StatementId);

    /// <summary>A cursor that is none begins at the start.</summary>
    public static ClaimCursor Parse(string? text) =>
        OpaqueCursor.Read(text) is [var date, var person, var statement]
        && DateOnly.TryParseExact(date, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && Guid.TryParse(person, out var personId) && Guid.TryParse(statement, out var statementId)
            ? new ClaimCursor(day, personId.ToString(), statementId.ToString())
            : Start;
}
