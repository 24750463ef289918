using Analytics.ClickHouse;
using Analytics.Compliance;

namespace Analytics.Registry;

/// <summary>Finds a person by NIP.</summary>
public sealed class PeopleLookup(ClickHouseClient clickHouse, PersonIds personIds, TimeProvider clock)
{
    private static readonly string Query = EmbeddedSql.Load<PeopleLookup>();
    private static readonly string NipInAgency = EmbeddedSql.Load<PeopleLookup>(nameof(NipInAgency));

    /// <summary>The person as they are employed today; null when the text is no NIP, or nobody's.</summary>
    public async Task<FoundPerson?> FindAsync(string? nip, CancellationToken cancellation)
    {
        if (!Nip.TryParse(nip, out var parsed))
            return null;
        var parameters = new QueryParameters().Add("person", personIds.Of(parsed)).Add("today", Wib.Today(clock));
        return (await clickHouse.QueryAsync<FoundPerson>(Query, parameters, cancellation)).SingleOrDefault();
    }

    /// <summary>The NIP of a person who is, or was, of an agency; null for anybody else. It is for the registry, and leaves the service nowhere.</summary>
    public async Task<string?> NipAsync(Guid personId, string agencyCode, CancellationToken cancellation) =>
        (await clickHouse.QueryAsync<NipRow>(NipInAgency, new QueryParameters().Add("person", personId).Add("agency", agencyCode), cancellation))
            .FirstOrDefault()?.Nip;

    private sealed record NipRow(string Nip)
    {
        // So that no log can hold it by printing the row.
        public override string ToString() => nameof(NipRow);
    }
}

public sealed record FoundPerson(Guid PersonId, string Name, string AgencyCode, string EmploymentType);
