using NodaTime;

namespace Analytics.Compliance;

/// <summary>The rules of one time, read from a file of <c>RulePacks/</c>: nothing a law may change is code.</summary>
internal sealed record RulePack(
    string Name,
    Validity Validity,
    int MinutesPerJp,
    IReadOnlySet<string> NipNamespaces,
    IReadOnlySet<string> QualifyingVerbs,
    CoverageRule Coverage,
    IReadOnlyDictionary<string, LearningForm> Forms,
    IReadOnlyList<RequirementLine> Requirements,
    IReadOnlyList<AgencyTarget> Targets)
{
    /// <summary>The minimum asked of a kind of ASN on a date; null where the law asks none.</summary>
    public RequirementLine? MinimumOf(string employmentType, LocalDate on) =>
        Requirements.LastOrDefault(line => line.MinJp is not null && line.AppliesTo(employmentType, on));

    public RequirementLine? CeilingOf(string employmentType, LocalDate on) =>
        Requirements.LastOrDefault(line => line.MaxJp is not null && line.AppliesTo(employmentType, on));

    public AgencyTarget? TargetOf(string agencyCode, LocalDate on) =>
        Targets.LastOrDefault(target => target.AgencyCode == agencyCode && target.Validity.Covers(on));
}

internal enum Basis
{
    Programme,
    PerDay,
    PerSession,
    PerEvent,
    PerSemester,
    Manual,
}

internal enum Period
{
    CalendarYear,
    ContractYear,
}

/// <summary>A factor, a value or a cap that may differ by level; without an international one the national holds.</summary>
internal sealed record ByLevel(decimal National, decimal? International)
{
    public decimal Of(bool international) => international ? International ?? National : National;
}

internal sealed record LearningForm(string Code, int? SiasnId, Basis Basis, ByLevel Value, int? EventsPerMonth, ByLevel? JpPerDay);

internal sealed record RequirementLine(
    string EmploymentType, decimal? MinJp, decimal? MaxJp, Period Period, Validity Validity, string LegalBasis)
{
    public bool AppliesTo(string employmentType, LocalDate on) => EmploymentType == employmentType && Validity.Covers(on);
}

internal sealed record AgencyTarget(string AgencyCode, decimal MinJp, Validity Validity, string LegalBasis);

internal sealed record CoverageRule(int Months, IReadOnlySet<string> Verbs, IReadOnlyList<string> Competencies);
