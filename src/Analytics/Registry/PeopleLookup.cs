using Analytics.ClickHouse;
using Analytics.Compliance;

namespace Analytics.Registry;

/// <summary>Finds a person by NIP.</summary>
public sealed class PeopleLookup(ClickHouseClient clickHouse, PersonIds personIds, TimeProvider clock)
{
    private static readonly string Query = EmbeddedSql.Load<PeopleLookup>();

    /// <summary>The person as they are employed today; null when the text is no NIP, or nobody's.</summary>
    public async Task<FoundPerson?> FindAsync(string? nip, CancellationToken cancellation)
    {
        if (!Nip.TryParse(nip, out var parsed))
            return null;
        var parameters = new QueryParameters().Add("person", personIds.Of(parsed)).Add("today", Wib.Today(clock));
        return (await clickHouse.QueryAsync<FoundPerson>(Query, parameters, cancellation)).SingleOrDefault();
    }
}

public sealed record FoundPerson(Guid PersonId, string Name, string AgencyCode, string EmploymentType);
