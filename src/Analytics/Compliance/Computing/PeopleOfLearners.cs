using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>Whom learners may be, by any of their keys and at any time.</summary>
internal sealed class PeopleOfLearners(ClickHouseClient clickHouse, RulePacks packs)
{
    private static readonly string Query = EmbeddedSql.Load<PeopleOfLearners>();

    public async Task<List<Guid>> FindAsync(IReadOnlyCollection<string> learners, CancellationToken cancellation)
    {
        var people = new List<Guid>();
        await foreach (var id in clickHouse.StreamBinaryAsync(
            Query,
            new QueryParameters().AddKeys("wanted_learners", learners).AddKeys("wanted_nips", NipsOf(learners)),
            static (ref RowBinaryReader row) => row.ReadGuid(),
            cancellation))
            people.Add(id);
        return people;
    }

    private List<string> NipsOf(IEnumerable<string> learners) =>
        [.. from learner in learners
            from account in packs.NipNamespaces
            where account.Names(learner)
            select learner[account.Prefix.Length..]];
}
