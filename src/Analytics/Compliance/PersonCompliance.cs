namespace Analytics.Compliance;

/// <summary>One person's year as the API shows it.</summary>
public sealed record PersonCompliance(
    Guid PersonId,
    string Name,
    int Year,
    string EmploymentType,
    string AgencyCode,
    string AgencyName,
    Requirement Requirement,
    Target? Target,
    decimal ClaimedJp,
    decimal ConvertedJp,
    decimal CountedJp,
    string Status,
    IReadOnlyList<PersonCredit> Credits,
    IReadOnlyList<PersonCompetency> Competencies,
    DateTimeOffset ComputedAt);

public sealed record PersonCredit(
    Guid StatementId,
    string ActivityIri,
    string Title,
    string Provider,
    string Form,
    string Level,
    DateOnly Date,
    DateTimeOffset Timestamp,
    decimal ClaimedJp,
    decimal ConvertedJp,
    decimal CountedJp,
    IReadOnlyList<Reduction> Reductions);

public sealed record PersonCompetency(string Competency, string Name, bool Covered, DateOnly? CoveredOn);
