using System.Text;
using Analytics.ClickHouse;
using Analytics.Compliance;

namespace Analytics.Registry;

/// <summary>Finds what the registry holds, by what people type, a page at a time.</summary>
public sealed class RegistrySearch(ClickHouseClient clickHouse, PersonIds personIds, PeopleNames names)
{
    private static readonly string SearchPeople = EmbeddedSql.Load<RegistrySearch>(nameof(SearchPeople));
    private static readonly string SearchIdentifiers = EmbeddedSql.Load<RegistrySearch>(nameof(SearchIdentifiers));
    private static readonly string SearchActivities = EmbeddedSql.Load<RegistrySearch>(nameof(SearchActivities));
    private static readonly string SearchCompetencies = EmbeddedSql.Load<RegistrySearch>(nameof(SearchCompetencies));

    // As the tables sort an open start; before the first, the day before it.
    private static readonly DateOnly OpenStart = new(1900, 1, 1);

    /// <summary>By part of the name, or by NIP.</summary>
    public async Task<RegistryPage<RegisteredPerson>> PeopleAsync(string text, string agencyCode, int limit, string cursor, CancellationToken cancellation)
    {
        var after = After(cursor);
        var parameters = Parameters(text, limit).Add("agency", agencyCode)
            .Add("afterPerson", Guid.TryParse(after.Key, out var id) ? id : Guid.Empty).Add("afterFrom", after.From);
        var found = await clickHouse.QueryAsync<RegisteredPerson>(SearchPeople, parameters, cancellation);
        return Page(found, limit, person => (person.PersonId.ToString(), person.EmployedFrom));
    }

    /// <summary>By part of the identifier, or by NIP.</summary>
    public async Task<RegistryPage<RegisteredIdentifier>> IdentifiersAsync(string text, int limit, string cursor, CancellationToken cancellation)
    {
        var after = After(cursor);
        var parameters = Parameters(text, limit).Add("afterIfi", after.Key).Add("afterFrom", after.From);
        var page = Page(
            await clickHouse.QueryAsync<RegisteredIdentifier>(SearchIdentifiers, parameters, cancellation), limit, one => (one.Ifi, one.ValidFrom));
        var named = await names.ReadAsync([.. page.Rows.Select(row => row.PersonId).Distinct()], cancellation);
        return page with { Rows = [.. page.Rows.Select(row => row with { PersonName = named.GetValueOrDefault(row.PersonId) })] };
    }

    /// <summary>By part of the IRI or title.</summary>
    public async Task<RegistryPage<RegisteredActivity>> ActivitiesAsync(string text, string provider, int limit, string cursor, CancellationToken cancellation)
    {
        var after = After(cursor);
        var parameters = Parameters(text, limit).Add("provider", provider).Add("afterIri", after.Key).Add("afterFrom", after.From);
        return Page(
            await clickHouse.QueryAsync<RegisteredActivity>(SearchActivities, parameters, cancellation), limit, one => (one.ActivityIri, one.ValidFrom));
    }

    public async Task<RegistryPage<RegisteredCompetency>> CompetenciesAsync(string text, CancellationToken cancellation) =>
        new(await clickHouse.QueryAsync<RegisteredCompetency>(SearchCompetencies, Parameters(text, 9_999), cancellation), null);

    private QueryParameters Parameters(string text, int limit)
    {
        var isNip = Nip.TryParse(text, out var nip);
        return new QueryParameters().Add("text", isNip ? "" : text).Add("person", isNip ? personIds.Of(nip) : Guid.Empty).Add("limit", limit + 1);
    }

    private static RegistryPage<T> Page<T>(List<T> found, int limit, Func<T, (string Key, DateOnly? From)> keyOf)
    {
        if (found.Count <= limit)
            return new RegistryPage<T>(found, null);
        var (key, from) = keyOf(found[limit - 1]);
        return new RegistryPage<T>(found[..limit], Convert.ToBase64String(Encoding.UTF8.GetBytes($"{from ?? OpenStart:yyyy-MM-dd} {key}")));
    }

    /// <summary>The key after which the page begins; a cursor that is none begins at the first.</summary>
    private static (string Key, DateOnly From) After(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (cursor.Length > 0 && Convert.TryFromBase64String(cursor, bytes, out var count)
            && Encoding.UTF8.GetString(bytes, 0, count).Split(' ', 2) is [var from, var key] && DateOnly.TryParse(from, out var day))
            return (key, day);
        return ("", OpenStart);
    }
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record RegistryPage<T>(IReadOnlyList<T> Rows, string? Next);

/// <summary>A spell of employment.</summary>
public sealed record RegisteredPerson(
    Guid PersonId, string Name, string EmploymentType, string AgencyCode, string Unit, string PositionGroup, DateOnly? EmployedFrom,
    DateOnly? EmployedTo, DateOnly? ContractFrom, DateOnly? ContractTo, string ExemptReason);

/// <param name="PersonName">Null where the person is not in the registry yet.</param>
public sealed record RegisteredIdentifier(string Ifi, DateOnly? ValidFrom, DateOnly? ValidTo, Guid PersonId)
{
    public string? PersonName { get; init; }
}

public sealed record RegisteredActivity(
    string ActivityIri, string Title, string Provider, string Form, decimal? Jp, decimal? Units, string Level, IReadOnlyList<string> Competencies,
    DateOnly? ValidFrom, DateOnly? ValidTo);

public sealed record RegisteredCompetency(string Code, string Family, string Name);
