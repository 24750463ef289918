using NodaTime;

namespace Analytics.Compliance;

/// <summary>What the engine needs of a stored statement that is not voided, once for each learner: Actor is that one's IFI key.</summary>
internal sealed record LearningStatement(
    Guid Id,
    Instant Timestamp,
    string Actor,
    string Verb,
    string ObjectId,
    string[] Activities,
    bool? Success,
    bool? Completion,
    string Duration,
    string JpExtension,
    string CertificateNumber,
    string Provider);

/// <summary>A statement of the person at hand, on the day it happened where they worked.</summary>
internal sealed record DatedStatement(LearningStatement Statement, LocalDate Date, EmploymentSpell Spell);
