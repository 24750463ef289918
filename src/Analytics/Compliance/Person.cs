using NodaTime;

namespace Analytics.Compliance;

/// <summary>One person as the registry knows them: every spell of employment and every key an actor may carry for them.</summary>
internal sealed record Person(Guid Id, EmploymentHistory Employment, IReadOnlyList<ActorKey> Keys)
{
    public static readonly IReadOnlyDictionary<Guid, decimal> NothingVerified = new Dictionary<Guid, decimal>();

    /// <summary>What verifiers entered for this person's claims of MANUAL forms: JP by statement.</summary>
    public IReadOnlyDictionary<Guid, decimal> VerifiedJp { get; init; } = NothingVerified;

    /// <summary>As the latest spell has it.</summary>
    public KnownAs Known { get; init; } = KnownAs.Nobody;

    /// <summary>Step 2: whether a statement names this person; of the registrations of its key valid on the day the one that began last holds.</summary>
    public bool IsNamedBy(in DatedStatement dated)
    {
        ActorKey? latest = null;
        for (var i = 0; i < Keys.Count; i++)
        {
            var key = Keys[i];
            if (key.Key == dated.Statement.Learner && key.Names(dated) && (latest is null || key.Begins > latest.Begins))
                latest = key;
        }

        return latest is { IsTheirs: true };
    }
}

/// <summary>What a list of people shows of one and is searched by; hours do not depend on it.</summary>
internal sealed record KnownAs(string Name, string Unit, string PositionGroup)
{
    public static readonly KnownAs Nobody = new("", "", "");
}

/// <summary>
/// One way a statement may name somebody (IFI key text), with its validity. <paramref name="IsTheirs"/> is false for a registration of
/// the same key to somebody else: it must be known here, because the latest of two valid on a date wins. <paramref name="OtherHolder"/>
/// is that one's employment, if they are registered: a row is valid on its holder's local date, so that a key that changes hands at
/// midnight between two zones names neither both of them nor the wrong one.
/// </summary>
internal sealed record ActorKey(string Ifi, Validity Validity, bool IsTheirs = true, EmploymentHistory? OtherHolder = null)
{
    public TextKey Key { get; } = TextKey.Of(Ifi);

    public LocalDate Begins => Validity.From ?? LocalDate.MinIsoValue;

    public bool Names(in DatedStatement dated) =>
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
