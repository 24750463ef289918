using NodaTime;

namespace Analytics.Compliance;

/// <summary>The answer of the engine: what one person's hours are in one year, each credit with what was cut and by which rule.</summary>
internal sealed record PersonYear(
    Guid PersonId,
    int Year,
    string AgencyCode,
    string EmploymentType,
    string ExemptReason,
    Requirement Requirement,
    Target? Target,
    decimal ClaimedJp,
    decimal ConvertedJp,
    decimal CountedJp,
    ComplianceStatus Status,
    IReadOnlyList<Credit> Credits,
    IReadOnlyList<CoveredCompetency> Competencies)
{
    /// <summary>Of the person today, whatever the year.</summary>
    public KnownAs Known { get; init; } = KnownAs.Nobody;

    public decimal MissingJp => Status == ComplianceStatus.Unmet ? Requirement.MinJp!.Value - CountedJp : 0;
}

internal sealed record Credit(
    Guid StatementId,
    NamedActivity Activity,
    string Provider,
    string Form,
    bool International,
    LocalDate Date,
    Instant Timestamp,
    decimal ClaimedJp,
    decimal ConvertedJp,
    decimal CountedJp,
    bool IsDuplicate,
    IReadOnlyList<Reduction> Reductions)
{
    public string ActivityIri => Activity.Iri;

    public string Title => Activity.Title;
}

internal sealed record CoveredCompetency(string Code, LocalDate Date);

/// <summary>What the law asks in a year: the least, the most, and where it stands; all empty where it asks nothing.</summary>
public sealed record Requirement(decimal? MinJp, decimal? MaxJp, string? Rule);

/// <summary>One line of the law: a minimum of a calendar year, or a ceiling of a contract year.</summary>
public sealed record RequirementInForce(string EmploymentType, decimal? MinJp, decimal? MaxJp, string LegalBasis);

/// <summary>What the agency asks beyond the law; it never changes a status.</summary>
public sealed record Target(decimal MinJp, bool Met);

public enum ComplianceStatus
{
    Met,
    Unmet,
    Exempt,
    NotRequired,
}
