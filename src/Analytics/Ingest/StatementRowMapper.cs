using Analytics.Streaming;

namespace Analytics.Ingest;

/// <summary>Maps an accepted statement to its row. The statement is valid xAPI: the parser saw to that before it was accepted.</summary>
public static class StatementRowMapper
{
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no statement.</exception>
    public static StatementRow Map(AcceptedStatement accepted)
    {
        var (facts, filterKeys) = StatementFacts.Read(accepted.Raw.Span, accepted.Authority);
        return new StatementRow
        {
            Id = accepted.Id,
            Timestamp = facts.Timestamp,
            Provider = accepted.Provider,
            Authority = accepted.Authority,
            Version = accepted.Version,
            Verb = facts.Verb,
            ObjectKind = facts.ObjectKind,
            ObjectId = facts.ObjectId,
            Registration = facts.Registration,
            Actor = facts.Actor,
            Learners = facts.Learners,
            Activities = facts.Activities,
            Success = facts.Success,
            Completion = facts.Completion,
            Duration = facts.Duration,
            JpExtension = facts.JpExtension,
            CertificateNumber = facts.CertificateNumber,
            Voids = facts.Voids,
            FilterKeys = filterKeys,
            Fingerprint = StatementFingerprint.Of(accepted.Raw.Span),
            MayDefine = accepted.MayDefine,
            Raw = accepted.Raw,
        };
    }
}
