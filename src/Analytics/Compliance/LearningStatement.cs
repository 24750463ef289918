using NodaTime;

namespace Analytics.Compliance;

/// <summary>What the engine needs of a stored statement that is not voided, once for each learner.</summary>
/// <param name="Learner">By their IFI key.</param>
/// <param name="Object">The activity that it is about.</param>
/// <param name="Activities">That one, and all in whose context it stands.</param>
internal sealed record LearningStatement(
    Guid Id,
    Instant Timestamp,
    TextKey Learner,
    string Verb,
    TextKey Object,
    ReadOnlyMemory<TextKey> Activities,
    bool? Success,
    bool? Completion,
    string Duration,
    string JpExtension,
    string CertificateNumber,
    string Provider);

/// <summary>A statement of the person at hand, on the day it happened where they worked.</summary>
internal readonly record struct DatedStatement(LearningStatement Statement, LocalDate Date, EmploymentSpell Spell);
