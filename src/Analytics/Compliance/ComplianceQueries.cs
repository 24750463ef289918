using Analytics.ClickHouse;
using Analytics.Compliance.Computing;
using Analytics.Compliance.Queries;

namespace Analytics.Compliance;

/// <summary>Answers questions about computed hours from the stored rows; a person without a row is computed while one waits.</summary>
public sealed class ComplianceQueries
{
    public const int MaxPeoplePerPage = 500;

    private static readonly string PeopleOfAgency = EmbeddedSql.Load<PersonYearRow>(nameof(PeopleOfAgency));
    private static readonly string PersonYearOf = EmbeddedSql.Load<PersonYearRow>(nameof(PersonYearOf));
    private static readonly string PersonNameOf = EmbeddedSql.Load<PersonYearRow>(nameof(PersonNameOf));

    private readonly ClickHouseClient _clickHouse;
    private readonly RulePacks _packs;
    private readonly TimeProvider _clock;
    private readonly PeopleReader _people;
    private readonly RegistrySnapshots _registry;
    private readonly RegistryNames _names;
    private readonly SummaryReader _summaries;
    private readonly ProgressReader _progress;

    internal ComplianceQueries(ClickHouseClient clickHouse, RulePacks packs, TimeProvider clock)
    {
        (_clickHouse, _packs, _clock) = (clickHouse, packs, clock);
        _people = new PeopleReader(clickHouse, packs);
        _registry = new RegistrySnapshots(clickHouse);
        _names = new RegistryNames(clickHouse);
        _summaries = new SummaryReader(clickHouse, packs, clock, _names);
        _progress = new ProgressReader(clickHouse);
    }

    /// <summary>Null for a person who is not registered.</summary>
    public async Task<PersonCompliance?> PersonAsync(Guid personId, int year, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().Add("person", personId).Add("year", year);
        var names = await _clickHouse.QueryAsync<NameRow>(PersonNameOf, parameters, cancellation);
        if (names.Count == 0)
            return null;
        var stored = await _clickHouse.QueryAsync<PersonYearRow>(PersonYearOf, parameters, cancellation);
        var row = stored.Count > 0 ? stored[0] : await ComputeAsync(personId, year, cancellation);
        return row is null
            ? null
            : row.Show(
                personId, names[0].Name, year, (await _names.AgencyAsync(row.AgencyCode, cancellation))?.Name ?? row.AgencyCode,
                await _names.CompetenciesAsync(_packs.CompetenciesOf(year, _clock.GetUtcNow()), cancellation));
    }

    /// <summary>Null for an agency that is not registered.</summary>
    public async Task<AgencyCompliance?> AgencyAsync(string agencyCode, int year, CancellationToken cancellation) =>
        await _names.AgencyAsync(agencyCode, cancellation) is { } agency ? await _summaries.AgencyAsync(agency, year, cancellation) : null;

    public Task<NationCompliance> NationAsync(int year, CancellationToken cancellation) => _summaries.NationAsync(year, cancellation);

    /// <summary>Day by day; null for an agency that is not registered.</summary>
    /// <param name="agencyCode">"" is the nation.</param>
    /// <param name="year">Of which year.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<YearInDays?> DaysAsync(string agencyCode, int year, CancellationToken cancellation) =>
        await IsKnownAsync(agencyCode, cancellation) ? await _progress.DaysAsync(agencyCode, year, cancellation) : null;

    /// <summary>Month by month, of every agency in which something was learnt.</summary>
    public Task<YearInMonths> MonthsAsync(int year, CancellationToken cancellation) => _progress.MonthsAsync(year, cancellation);

    /// <summary>By unit; null for an agency that is not registered.</summary>
    public async Task<IReadOnlyList<GroupTotals>?> UnitsAsync(string agencyCode, int year, CancellationToken cancellation) =>
        await IsKnownAsync(agencyCode, cancellation) ? await _progress.UnitsAsync(agencyCode, year, cancellation) : null;

    /// <summary>By position group; null for an agency that is not registered. The agency "" is the nation.</summary>
    public async Task<IReadOnlyList<GroupTotals>?> PositionGroupsAsync(string agencyCode, int year, CancellationToken cancellation) =>
        await IsKnownAsync(agencyCode, cancellation) ? await _progress.PositionGroupsAsync(agencyCode, year, cancellation) : null;

    /// <summary>What the law asks of each kind of ASN in a year, and where it stands.</summary>
    public IReadOnlyList<RequirementInForce> RequirementsOf(int year)
    {
        var on = Steps.YearResult.ReferenceDate(year, Wib.Today(_clock));
        return [.. _packs.On(on)?.Requirements.Where(line => line.Validity.Covers(on))
            .Select(line => new RequirementInForce(line.EmploymentType, line.MinJp, line.MaxJp, line.LegalBasis)) ?? []];
    }

    public async Task<AgencyPeoplePage> PeopleAsync(AgencyPeopleQuery query, CancellationToken cancellation)
    {
        var limit = Math.Clamp(query.Limit, 1, MaxPeoplePerPage);
        var after = PeopleCursor.Parse(query.Cursor);
        var people = await _clickHouse.QueryAsync<AgencyPerson>(
            PeopleOfAgency,
            new QueryParameters()
                .Add("agency", query.AgencyCode).Add("year", query.Year).Add("status", query.Status).Add("search", query.Search)
                .Add("unit", query.Unit).Add("type", query.EmploymentType).Add("group", query.PositionGroup)
                .Add("missing", after.MissingJp).Add("person", after.PersonId).Add("limit", limit + 1),
            cancellation);
        var page = people.Take(limit).Select(Shown).ToList();
        var next = people.Count > limit ? new PeopleCursor(page[^1].MissingJp, page[^1].PersonId.ToString()).ToString() : null;
        return new AgencyPeoplePage(page, next);
    }

    private async Task<bool> IsKnownAsync(string agencyCode, CancellationToken cancellation) =>
        agencyCode.Length == 0 || await _names.AgencyAsync(agencyCode, cancellation) is not null;

    private async Task<PersonYearRow?> ComputeAsync(Guid personId, int year, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        var registry = await _registry.ReadAsync(cancellation);
        var people = await _people.ReadAsync([personId], registry, cancellation);
        return people.Count == 0
            ? null
            : PersonYearRow.Of(
                new ComplianceEngine(registry.Activities, _packs)
                    .ComputeYear(people[0].Person, people[0].Statements, year, Wib.DayOf(now)),
                now);
    }

    private static AgencyPerson Shown(AgencyPerson person) => person with
    {
        CountedJp = Jp.Shown(person.CountedJp),
        MinJp = person.MinJp is { } least ? Jp.Shown(least) : null,
        MissingJp = Jp.Shown(person.MissingJp),
    };

    private sealed record NameRow(string Name);
}
