using Analytics.ClickHouse;

namespace Analytics.Registry;

/// <summary>What people are called, by their ids.</summary>
public sealed class PeopleNames(ClickHouseClient clickHouse)
{
    private static readonly string Query = EmbeddedSql.Load<PeopleNames>();

    /// <summary>Those that the registry knows, of a few hundred at most.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        people.Count == 0
            ? new Dictionary<Guid, string>()
            : (await clickHouse.QueryAsync<NamedPerson>(Query, new QueryParameters().Add("people", people), cancellation))
                .ToDictionary(person => person.PersonId, person => person.Name);

    private sealed record NamedPerson(Guid PersonId, string Name);
}
