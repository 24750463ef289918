namespace Analytics.Compliance;

/// <summary>Hours that do not count, and the rule that says so.</summary>
public sealed record Reduction(string Rule, decimal Jp);

/// <summary>The names of the rules that take hours away; they stand in the API and in the store.</summary>
internal static class ReductionRules
{
    public const string Duplicate = "duplicate";
    public const string EventsPerMonth = "events_per_month";
    public const string JpPerDay = "jp_per_day";
    public const string OverCap = "over_cap";
    public const string ManualPending = "manual_pending";
}
