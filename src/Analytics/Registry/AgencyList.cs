using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>The agencies and how many people each has today. People are counted once a day and after each import, not each time it is asked.</summary>
public sealed class AgencyList(ClickHouseClient clickHouse, TimeProvider clock)
{
    // Every insert has a number of its own, and merging parts keeps the highest.
    private const string LastInsert =
        "SELECT max(max_block_number) AS number FROM system.parts WHERE active AND database = currentDatabase() AND table = 'people'";

    private static readonly string Query = EmbeddedSql.Load<AgencyList>();
    private static readonly string PeopleOfAgencies = EmbeddedSql.Load<AgencyList>(nameof(PeopleOfAgencies));

    private volatile Counted? _counted;

    /// <param name="onlyCode">One agency, or null for all.</param>
    public async Task<List<ListedAgency>> ReadAsync(string? onlyCode, CancellationToken cancellation)
    {
        var people = await PeopleAsync(cancellation);
        var agencies = await clickHouse.QueryAsync<Agency>(Query, new QueryParameters().Add("only", onlyCode), cancellation);
        return [.. agencies.Select(agency => new ListedAgency(
            agency.Code, agency.Name, agency.Kind, agency.ParentCode, agency.ProvinceCode, agency.Timezone, people.GetValueOrDefault(agency.Code)))];
    }

    private async Task<Dictionary<string, long>> PeopleAsync(CancellationToken cancellation)
    {
        var today = Wib.Today(clock);
        // Before they are counted: what is imported meanwhile is counted again the next time.
        var last = (await clickHouse.QueryAsync<Insert>(LastInsert, cancellation: cancellation))[0].Number;
        if (_counted is { } counted && (counted.On, counted.LastInsert) == (today, last))
            return counted.People;
        var rows = await clickHouse.QueryAsync<PeopleCount>(PeopleOfAgencies, new QueryParameters().Add("today", today), cancellation);
        var people = rows.ToDictionary(row => row.Agency, row => row.People, StringComparer.Ordinal);
        _counted = new Counted(today, last, people);
        return people;
    }

    private sealed record Counted(NodaTime.LocalDate On, long LastInsert, Dictionary<string, long> People);

    private sealed record Insert(long Number);

    private sealed record PeopleCount(string Agency, long People);

    private sealed record Agency(string Code, string Name, string Kind, string? ParentCode, string? ProvinceCode, string Timezone);
}

public sealed record ListedAgency(string Code, string Name, string Kind, string? ParentCode, string? ProvinceCode, string Timezone, long People);
