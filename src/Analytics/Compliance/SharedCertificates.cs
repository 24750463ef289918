using Analytics.ClickHouse;
using Analytics.Compliance.Queries;

namespace Analytics.Compliance;

/// <summary>What looks wrong and is for people to judge: a certificate number by which two different people claim learning.</summary>
public sealed class SharedCertificates
{
    private static readonly string Query = EmbeddedSql.Load<PersonYearRow>(nameof(SharedCertificates));

    private readonly ClickHouseClient _clickHouse;
    private readonly RulePacks _packs;
    private readonly TimeProvider _clock;

    internal SharedCertificates(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock) =>
        (_clickHouse, _packs, _clock) = (clickHouse, packs, clock);

    /// <summary>Those of most people first. Nothing of it changes what counts.</summary>
    /// <param name="agencyCode">Only those in which people of this agency are involved, and of the people only these; empty for all.</param>
    /// <param name="limit">How many; each names 100 people at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<SharedCertificate>> ReadAsync(string agencyCode, int limit, CancellationToken cancellation) =>
        await _clickHouse.QueryAsync<SharedCertificate>(
            Query,
            new QueryParameters().AddNipNamespaces(_packs)
                .Add("verbs", _packs.QualifyingVerbs).Add("year", Wib.Today(_clock).Year).Add("agency", agencyCode).Add("limit", limit),
            cancellation);
}

/// <param name="CertificateNumber">As the statements have it.</param>
/// <param name="People">How many different people claim by it, whoever may see them.</param>
/// <param name="Statements">In how many statements that were not voided.</param>
/// <param name="Providers">On which platforms.</param>
/// <param name="FirstDay">In WIB, as is the last.</param>
/// <param name="LastDay">When it was last claimed by.</param>
/// <param name="PersonIds">Of these people those whom the caller may see.</param>
public sealed record SharedCertificate(
    string CertificateNumber, long People, long Statements, IReadOnlyList<string> Providers, DateOnly FirstDay, DateOnly LastDay,
    IReadOnlyList<Guid> PersonIds);
