using NodaTime;

namespace Analytics.Compliance;

/// <summary>One person as the registry knows them: every spell of employment and every key an actor may carry for them.</summary>
internal sealed record Person(Guid Id, EmploymentHistory Employment, IReadOnlyList<ActorKey> Keys)
{
    public static readonly IReadOnlyDictionary<Guid, decimal> NothingVerified = new Dictionary<Guid, decimal>();

    /// <summary>What verifiers entered for this person's claims of MANUAL forms: JP by statement.</summary>
    public IReadOnlyDictionary<Guid, decimal> VerifiedJp { get; init; } = NothingVerified;
}

/// <summary>
/// One way a statement may name somebody (IFI key text), with its validity. <paramref name="IsTheirs"/> is false for a registration of
/// the same key to somebody else: it must be known here, because the latest of two valid on a date wins. <paramref name="OtherHolder"/>
/// is that one's employment, if they are registered: a row is valid on its holder's local date, so that a key that changes hands at
/// midnight between two zones names neither both of them nor the wrong one.
/// </summary>
internal sealed record ActorKey(string Ifi, Validity Validity, bool IsTheirs = true, EmploymentHistory? OtherHolder = null)
{
    public bool Names(DatedStatement dated) =>
        Validity.Covers(OtherHolder is null ? dated.Date : OtherHolder.At(dated.Statement.Timestamp).Date);
}

/// <summary>One spell of employment at one agency.</summary>
internal sealed record EmploymentSpell(
    string AgencyCode,
    DateTimeZone Zone,
    string EmploymentType,
    Validity Employed,
    LocalDate? ContractFrom,
    LocalDate? ContractTo,
    string ExemptReason);
