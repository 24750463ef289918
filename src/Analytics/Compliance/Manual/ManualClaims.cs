using Analytics.ClickHouse;
using Analytics.Compliance.Computing;

namespace Analytics.Compliance.Manual;

/// <summary>The claims of MANUAL forms: all that wait for a verifier, and one by one.</summary>
public sealed class ManualClaims
{
    public const int MaxClaimsPerPage = 500;

    private static readonly string PendingManualClaims = EmbeddedSql.Load<ManualClaims>(nameof(PendingManualClaims));
    private static readonly string NamesOfPeople = EmbeddedSql.Load<ManualClaims>(nameof(NamesOfPeople));

    private readonly ClickHouseClient _clickHouse;
    private readonly RulePacks _packs;
    private readonly TimeProvider _clock;
    private readonly RegistrySnapshots _registry;
    private readonly PeopleReader _people;

    internal ManualClaims(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock)
    {
        (_clickHouse, _packs, _clock) = (clickHouse, packs, clock);
        _registry = new RegistrySnapshots(clickHouse);
        _people = new PeopleReader(clickHouse, packs);
    }

    /// <summary>What waits, as of the last computation: a claim is gone from here some seconds after an entry was made for it.</summary>
    public async Task<ManualClaimsPage> PendingAsync(ManualClaimsQuery query, CancellationToken cancellation)
    {
        var limit = Math.Clamp(query.Limit, 1, MaxClaimsPerPage);
        var after = ClaimCursor.Parse(query.Cursor);
        var claims = await _clickHouse.QueryAsync<ManualClaim>(
            PendingManualClaims,
            new QueryParameters()
                .Add("agency", query.AgencyCode).Add("year", query.Year).Add("limit", limit + 1)
                .Add("date", after.Date).Add("person", after.PersonId).Add("statement", after.StatementId),
            cancellation);
        var page = claims.Take(limit).ToList();
        var names = await NamesAsync([.. page.Select(claim => claim.PersonId).Distinct()], cancellation);
        return new ManualClaimsPage(
            [.. page.Select(claim => claim with { Name = names.GetValueOrDefault(claim.PersonId, ""), ClaimedJp = Jp.Shown(claim.ClaimedJp) })],
            claims.Count > limit ? ClaimCursor.Of(page[^1]).ToString() : null);
    }

    /// <summary>A person's claim, pending or not, computed while one waits; null where the statement gives them none of a MANUAL form.</summary>
    public async Task<ManualClaim?> FindAsync(Guid personId, Guid statementId, CancellationToken cancellation)
    {
        var registry = await _registry.ReadAsync(cancellation);
        var people = await _people.ReadAsync([personId], registry, cancellation);
        if (people.Count == 0)
            return null;
        var years = new ComplianceEngine(registry.Activities, _packs).Compute(people[0].Person, people[0].Statements, [], Wib.Today(_clock));
        return years
            .SelectMany(year => year.Credits, (year, credit) => (year.AgencyCode, Credit: credit))
            .Where(one => one.Credit.StatementId == statementId && _packs.IsManual(one.Credit.Form, one.Credit.Date))
            .Select(one => ClaimOf(personId, one.AgencyCode, one.Credit))
            .FirstOrDefault();
    }

    private static ManualClaim ClaimOf(Guid personId, string agencyCode, Credit credit) => new(
        credit.Date.ToDateOnly(), personId, credit.StatementId, agencyCode, credit.ActivityIri, credit.Title, credit.Provider, credit.Form,
        LevelText.Of(credit.International), credit.ClaimedJp)
    {
        IsDuplicate = credit.IsDuplicate,
    };

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, string>();
        await foreach (var (person, name) in _clickHouse.StreamBinaryAsync(
            NamesOfPeople, new QueryParameters().AddKeys("wanted_people", people),
            static (ref RowBinaryReader row) => (Person: row.ReadGuid(), Name: row.ReadString()), cancellation))
            names[person] = name;
        return names;
    }
}
