using Analytics.ClickHouse;
using Analytics.Compliance.Queries;

namespace Analytics.Compliance;

/// <summary>What looks wrong and is for people to judge: a certificate number by which two different people claim learning.</summary>
public sealed class SharedCertificates
{
    private static readonly string Query = EmbeddedSql.Load<PersonYearRow>(nameof(SharedCertificates));

    private static readonly string CertificateHolders = EmbeddedSql.Load<PersonYearRow>(nameof(CertificateHolders));

    private const int MaxNamed = 10;

    private readonly ClickHouseClient _clickHouse;
    private readonly RulePacks _packs;
    private readonly TimeProvider _clock;

    internal SharedCertificates(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock) =>
        (_clickHouse, _packs, _clock) = (clickHouse, packs, clock);

    /// <summary>Those of most people first. Nothing of it changes what counts.</summary>
    /// <param name="agencyCode">Only those in which people of this agency are involved, and of the people only these; empty for all.</param>
    /// <param name="limit">How many; each gives the ids of 100 people at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<SharedCertificate>> ReadAsync(string agencyCode, int limit, CancellationToken cancellation)
    {
        var year = Wib.Today(_clock).Year;
        var shared = await _clickHouse.QueryAsync<SharedCertificate>(
            Query,
            new QueryParameters().AddNipNamespaces(_packs)
                .Add("verbs", _packs.QualifyingVerbs).Add("year", year).Add("agency", agencyCode).Add("limit", limit),
            cancellation);
        var named = shared.SelectMany(NamedOf).Distinct().ToList();
        var holders = named.Count == 0
            ? []
            : (await _clickHouse.QueryAsync<CertificateHolder>(
                CertificateHolders, new QueryParameters().Add("year", year).AddKeys("wanted_people", named), cancellation))
                .ToDictionary(holder => holder.PersonId);
        return [.. shared.Select(one => one with { Holders = HoldersOf(one, holders) })];
    }

    private static IReadOnlyList<CertificateHolder> HoldersOf(SharedCertificate one, Dictionary<Guid, CertificateHolder> known) =>
        [.. NamedOf(one).Where(known.ContainsKey).Select(id => known[id]).OrderBy(holder => holder.Name, StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<Guid> NamedOf(SharedCertificate one) => one.PersonIds.Take(MaxNamed);
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
    IReadOnlyList<Guid> PersonIds)
{
    /// <summary>Ten of these at most, who have figures of this year; in the order of their names.</summary>
    public IReadOnlyList<CertificateHolder> Holders { get; init; } = [];
}

/// <param name="AgencyCode">Their agency of this year.</param>
public sealed record CertificateHolder(Guid PersonId, string Name, string AgencyCode);
