namespace Analytics.Compliance.Transcript;

/// <summary>One person's year with every credit explained: what was claimed, what it became, what counts, and why not more.</summary>
public sealed record PersonTranscript(
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
    IReadOnlyList<TranscriptCredit> Credits,
    IReadOnlyList<PersonCompetency> Competencies,
    DateTimeOffset ComputedAt);

/// <param name="Counts">False where nothing of it counts: a duplicate, one beyond a limit, one that waits for a verifier.</param>
/// <param name="Conversion">Why the converted hours are not the claimed ones; null where they are.</param>
public sealed record TranscriptCredit(
    Guid StatementId,
    string ActivityIri,
    string Title,
    string Provider,
    string Form,
    Bilingual FormName,
    string Level,
    DateOnly Date,
    DateTimeOffset Timestamp,
    decimal ClaimedJp,
    decimal ConvertedJp,
    decimal CountedJp,
    bool Counts,
    Explanation? Conversion,
    IReadOnlyList<Explanation> Reductions);

/// <summary>A change of hours in a sentence, with the law it rests on.</summary>
/// <param name="Jp">How many hours it took away; of a conversion, how many it added.</param>
public sealed record Explanation(string Rule, decimal Jp, Bilingual Sentence, Bilingual LegalBasis);
