using Analytics.ClickHouse;
using Analytics.Compliance.Computing;

namespace Analytics.Compliance;

/// <summary>
/// Says what another rule pack would change, and changes nothing: the hours of some people in a year by the packs that hold, and by these with
/// the other one among them, in the place of its namesake or as one more.
/// </summary>
public sealed class RulePackPreview
{
    public const int MaxPeople = 5_000;

    private const int MaxExamples = 20;

    private static readonly string SomePeople = EmbeddedSql.Load<PeopleReader>(nameof(SomePeople));

    private readonly ClickHouseClient _clickHouse;
    private readonly RulePacks _packs;
    private readonly TimeProvider _clock;
    private readonly RegistrySnapshots _registry;

    internal RulePackPreview(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock) =>
        (_clickHouse, _packs, _clock, _registry) = (clickHouse, packs, clock, new RegistrySnapshots(clickHouse));

    /// <exception cref="RulePackException">The pack cannot be used; says where and what was expected.</exception>
    public async Task<PreviewedRules> RunAsync(string yaml, int year, int people, CancellationToken cancellation)
    {
        using var text = new StringReader(yaml);
        var pack = RulePackReader.Read("pack", text);
        var others = new RulePacks([.. _packs.InOrder.Where(one => one.Name != pack.Name), pack]);
        // Ids are keyed hashes, so the first of them are as good a sample as any.
        var ids = new List<Guid>();
        await foreach (var id in _clickHouse.StreamBinaryAsync(
            SomePeople, new QueryParameters().Add("limit", Math.Clamp(people, 1, MaxPeople)), static (ref RowBinaryReader row) => row.ReadGuid(), cancellation))
            ids.Add(id);

        var registry = await _registry.ReadAsync(cancellation);
        var before = await ComputeAsync(_packs, ids, registry, year, cancellation);
        var after = await ComputeAsync(others, ids, registry, year, cancellation);
        var changes = before.Keys.Where(after.ContainsKey).Select(id => ChangeOf(before[id], after[id])).Where(change => change.Before != change.After).ToList();
        return new PreviewedRules(
            pack.Name, year, before.Count, TotalsOf(before.Values), TotalsOf(after.Values), changes.Count,
            [.. changes.OrderByDescending(change => Math.Abs(change.After.CountedJp - change.Before.CountedJp)).ThenBy(change => change.PersonId).Take(MaxExamples)]);
    }

    private async Task<Dictionary<Guid, PersonYear>> ComputeAsync(
        RulePacks packs, IReadOnlyCollection<Guid> ids, RegistrySnapshot registry, int year, CancellationToken cancellation)
    {
        var engine = new ComplianceEngine(registry.Activities, packs);
        var today = Wib.Today(_clock);
        var read = await new PeopleReader(_clickHouse, packs).ReadAsync(ids, registry, cancellation);
        return read.Where(one => one.Person.Employment.OverlapsYear(year))
            .ToDictionary(one => one.Person.Id, one => engine.ComputeYear(one.Person, one.Statements, year, today));
    }

    private static PreviewedTotals TotalsOf(IReadOnlyCollection<PersonYear> years) => new(
        years.LongCount(year => year.Status == ComplianceStatus.Met),
        years.LongCount(year => year.Status == ComplianceStatus.Unmet),
        years.LongCount(year => year.Status == ComplianceStatus.Exempt),
        years.LongCount(year => year.Status == ComplianceStatus.NotRequired),
        Jp.Shown(years.Sum(year => year.CountedJp)));

    private static PreviewedPerson ChangeOf(PersonYear before, PersonYear after) =>
        new(before.PersonId, before.AgencyCode, StandingOf(before), StandingOf(after));

    private static PreviewedStanding StandingOf(PersonYear year) => new(Jp.Shown(year.CountedJp), year.Requirement.MinJp, StatusText.Of(year.Status));
}

/// <param name="People">How many were computed: those of the sample who were employed in the year.</param>
/// <param name="Changed">Of how many hours, minimum or status would be others.</param>
/// <param name="Examples">Those of them with the largest differences.</param>
public sealed record PreviewedRules(
    string Pack, int Year, int People, PreviewedTotals Before, PreviewedTotals After, int Changed, IReadOnlyList<PreviewedPerson> Examples);

public sealed record PreviewedTotals(long Met, long Unmet, long Exempt, long NotRequired, decimal CountedJp);

public sealed record PreviewedPerson(Guid PersonId, string AgencyCode, PreviewedStanding Before, PreviewedStanding After);

public sealed record PreviewedStanding(decimal CountedJp, decimal? MinJp, string Status);
