using NodaTime;

namespace Analytics.Compliance;

/// <summary>The rules of one time, read from a file (docs/rule-packs.md): nothing a law may change is code.</summary>
/// <param name="Origin">Where the pack's own dates stand, for a refusal that two packs cause together.</param>
/// <param name="LegalBasis">What every line stands on that names nothing of its own.</param>
/// <param name="Digest">SHA-256 of the file's text, in hexadecimal.</param>
internal sealed record RulePack(
    string Name,
    RulePackNode Origin,
    string Digest,
    string LegalBasis,
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
        Latest(Requirements.Where(line => line.MinJp is not null && line.EmploymentType == employmentType), line => line.Validity, on);

    public RequirementLine? CeilingOf(string employmentType, LocalDate on) =>
        Latest(Requirements.Where(line => line.MaxJp is not null && line.EmploymentType == employmentType), line => line.Validity, on);

    public AgencyTarget? TargetOf(string agencyCode, LocalDate on) =>
        Latest(Targets.Where(target => target.AgencyCode == agencyCode), target => target.Validity, on);

    /// <summary>Of lines valid on one day the one that began last: a change of the law is a line more, and none is edited.</summary>
    private static T? Latest<T>(IEnumerable<T> lines, Func<T, Validity> validityOf, LocalDate on)
        where T : class =>
        lines.Where(line => validityOf(line).Covers(on)).MaxBy(line => validityOf(line).From ?? LocalDate.MinIsoValue);
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

internal sealed record LearningForm(
    string Code, int? SiasnId, Basis Basis, ByLevel Value, int? EventsPerMonth, ByLevel? JpPerDay, string LegalBasis);

internal sealed record RequirementLine(
    string EmploymentType, decimal? MinJp, decimal? MaxJp, Period Period, Validity Validity, string LegalBasis);

internal sealed record AgencyTarget(string AgencyCode, decimal MinJp, Validity Validity, string LegalBasis);

internal sealed record CoverageRule(int Months, IReadOnlySet<string> Verbs, IReadOnlyList<string> Competencies);
