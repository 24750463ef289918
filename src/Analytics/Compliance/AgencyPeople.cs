using System.Globalization;

namespace Analytics.Compliance;

/// <summary>A page of an agency's people, those who miss most first.</summary>
public sealed record AgencyPeoplePage(IReadOnlyList<AgencyPerson> People, string? Next);

public sealed record AgencyPerson(
    Guid PersonId,
    string Name,
    string EmploymentType,
    string Unit,
    string PositionGroup,
    decimal CountedJp,
    decimal? MinJp,
    decimal MissingJp,
    string Status);

/// <param name="AgencyCode">Whose people.</param>
/// <param name="Year">Of which year.</param>
/// <param name="Status">MET, UNMET, EXEMPT or NOT_REQUIRED; empty for all.</param>
/// <param name="Search">A part of the name, in any case; empty for all.</param>
/// <param name="Unit">The unit's whole name; empty for all.</param>
/// <param name="EmploymentType">PNS, CPNS, PPPK or PPPK_PARUH_WAKTU; empty for all.</param>
/// <param name="PositionGroup">As the registry has it; empty for all.</param>
/// <param name="Limit">How many at most; 1 to 500.</param>
/// <param name="Cursor">What <see cref="AgencyPeoplePage.Next"/> was; null for the first page.</param>
public sealed record AgencyPeopleQuery(
    string AgencyCode, int Year, string Status = "", string Search = "", string Unit = "", string EmploymentType = "", string PositionGroup = "",
    int Limit = 50, string? Cursor = null);

/// <summary>After whom a page begins: hours missing, then person. Opaque to the caller.</summary>
internal readonly record struct PeopleCursor(decimal MissingJp, string PersonId)
{
    /// <summary>Before the first: nobody misses as much.</summary>
    public static readonly PeopleCursor Start = new(Jp.Largest, "");

    public override string ToString() => OpaqueCursor.Write(MissingJp.ToString(CultureInfo.InvariantCulture), PersonId);

    /// <summary>A cursor that is none begins at the start.</summary>
    public static PeopleCursor Parse(string? text) =>
        OpaqueCursor.Read(text) is [var missingJp, var personId] && Guid.TryParse(personId, out var person)
        && decimal.TryParse(missingJp, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var missing)
            ? new PeopleCursor(missing, person.ToString())
            : Start;
}
