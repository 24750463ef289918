namespace Analytics.Compliance;

/// <summary>How a year went, day by day: added up to a day, it says how far its people were then.</summary>
/// <param name="People">Of the whole year.</param>
/// <param name="Required">Those of them with a minimum: met and unmet.</param>
/// <param name="MetAtStart">Those who meet a minimum that no learning had to reach.</param>
/// <param name="Days">Only days on which something was learnt, in their order.</param>
public sealed record YearInDays(int Year, long People, long Required, long MetAtStart, DateTimeOffset? ComputedAt, IReadOnlyList<DayHours> Days);

/// <param name="Date">Where the agency is.</param>
/// <param name="Credits">How many learnings count, duplicates left out.</param>
/// <param name="CountedJp">What they count.</param>
/// <param name="Met">How many people reached their minimum on this day.</param>
public sealed record DayHours(DateOnly Date, long Credits, decimal CountedJp, long Met);

/// <summary>How a year went in every agency, month by month.</summary>
public sealed record YearInMonths(int Year, IReadOnlyList<AgencyMonths> Agencies);

/// <summary>Of one agency; each list has twelve places, January first.</summary>
/// <param name="Credits">How many learnings count, duplicates left out.</param>
/// <param name="CountedJp">What they count.</param>
/// <param name="Met">How many people reached their minimum in the month.</param>
public sealed record AgencyMonths(string Code, IReadOnlyList<long> Credits, IReadOnlyList<decimal> CountedJp, IReadOnlyList<long> Met);

/// <summary>People of one unit, or of one position group. A person without one stands under "".</summary>
public sealed record GroupTotals(
    string Name, long People, long Met, long Unmet, long Exempt, long NotRequired, decimal CountedJp, decimal MeanJp);
