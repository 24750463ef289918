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
    RequirementLine[] Requirements,
    AgencyTarget[] Targets)
{
    /// <summary>The minimum asked of a kind of ASN on a date; null where the law asks none.</summary>
    public RequirementLine? MinimumOf(string employmentType, LocalDate on)
    {
        RequirementLine? latest = null;
        foreach (var line in Requirements)
            if (line.MinJp is not null && line.EmploymentType == employmentType && line.Validity.Covers(on) && BeganLater(line.Validity, latest?.Validity))
                latest = line;
        return latest;
    }

    public RequirementLine? CeilingOf(string employmentType, LocalDate on)
    {
        RequirementLine? latest = null;
        foreach (var line in Requirements)
            if (line.MaxJp is not null && line.EmploymentType == employmentType && line.Validity.Covers(on) && BeganLater(line.Validity, latest?.Validity))
                latest = line;
        return latest;
    }

    public AgencyTarget? TargetOf(string agencyCode, LocalDate on)
    {
        AgencyTarget? latest = null;
        foreach (var target in Targets)
            if (target.AgencyCode == agencyCode && target.Validity.Covers(on) && BeganLater(target.Validity, latest?.Validity))
                latest = target;
        return latest;
    }

    /// <summary>Of lines valid on one day the one that began last: a change of the law is a line more, and none is edited.</summary>
    private static bool BeganLater(Validity one, Validity? than) =>
        than is not { } other || (one.From ?? LocalDate.MinIsoValue) > (other.From ?? LocalDate.MinIsoValue);
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
