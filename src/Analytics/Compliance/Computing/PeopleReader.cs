using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>Reads people as the engine wants them: spells, actor keys, and the statements under these keys.</summary>
internal sealed class PeopleReader(ClickHouseClient clickHouse, RulePacks packs)
{
    private static readonly string SpellsOfPeople = EmbeddedSql.Load<PeopleReader>(nameof(SpellsOfPeople));
    private static readonly string IdentifiersOfPeople = EmbeddedSql.Load<PeopleReader>(nameof(IdentifiersOfPeople));
    private static readonly string ManualCreditsOfPeople = EmbeddedSql.Load<PeopleReader>(nameof(ManualCreditsOfPeople));
    private static readonly string StatementsOfLearners = EmbeddedSql.Load<PeopleReader>(nameof(StatementsOfLearners));

    /// <summary>Those of the ids that are registered, each with their statements. Meant for some thousands of people at once.</summary>
    public async Task<List<(Person Person, IReadOnlyList<LearningStatement> Statements)>> ReadAsync(
        IReadOnlyCollection<Guid> ids, RegistrySnapshot registry, CancellationToken cancellation)
    {
        var people = (await ReadPeopleAsync(WantedPeople.Named(ids), registry, cancellation)).ToList();
        var owners = people.SelectMany(person => person.Keys.Where(key => key.IsTheirs).Select(key => (key.Ifi, person.Id)))
            .Distinct().ToLookup(owner => owner.Ifi, owner => owner.Id, StringComparer.Ordinal);
        var statements = people.ToDictionary(person => person.Id, _ => new List<LearningStatement>());
        await foreach (var said in StatementsAsync([.. owners.Select(owner => owner.Key)], cancellation))
            foreach (var owner in owners[said.Learner])
                statements[owner].Add(said.Statement);
        return [.. people.Select(person => (person, (IReadOnlyList<LearningStatement>)statements[person.Id]))];
    }

    /// <summary>What was said under these keys and is not voided, in no order; now and then one twice.</summary>
    public IAsyncEnumerable<LearnerStatement> StatementsAsync(IReadOnlyCollection<string> learners, CancellationToken cancellation) =>
        clickHouse.StreamBinaryAsync(
            StatementsOfLearners, new QueryParameters().AddKeys("wanted_learners", learners), ReadStatement, cancellation);

    /// <summary>Those who are registered, without what they said.</summary>
    public async Task<PeopleGroup> ReadPeopleAsync(WantedPeople wanted, RegistrySnapshot registry, CancellationToken cancellation)
    {
        var people = new PeopleGroup(registry, packs);
        await foreach (var spell in clickHouse.StreamBinaryAsync(SpellsOfPeople, wanted.Parameters(), SpellRow.Read, cancellation))
            people.Add(spell);
        var identifiers = new List<IdentifierRow>();
        await foreach (var identifier in clickHouse.StreamBinaryAsync(IdentifiersOfPeople, wanted.Parameters(), IdentifierRow.Read, cancellation))
            if (WhileNoNip(identifier) is { } valid)
                identifiers.Add(valid);
        people.Add(identifiers);
        await AddVerifiedAsync(people, wanted, cancellation);
        await AddOthersAsync(people, [.. identifiers.Select(row => row.PersonId).Distinct().Where(holder => !people.Has(holder))], cancellation);
        return people;
    }

    private async Task AddOthersAsync(PeopleGroup people, List<Guid> others, CancellationToken cancellation)
    {
        if (others.Count == 0)
            return;
        var spells = new List<SpellRow>();
        await foreach (var spell in clickHouse.StreamBinaryAsync(
            SpellsOfPeople, WantedPeople.Named(others).Parameters(), SpellRow.Read, cancellation))
            spells.Add(spell);
        foreach (var other in spells.GroupBy(spell => spell.PersonId))
            people.AddOther(other.Key, other);
    }

    private async Task AddVerifiedAsync(PeopleGroup people, WantedPeople wanted, CancellationToken cancellation)
    {
        var entries = new List<(Guid Person, Guid Statement, decimal Jp)>();
        await foreach (var entry in clickHouse.StreamBinaryAsync(
            ManualCreditsOfPeople, wanted.Parameters(),
            static (ref RowBinaryReader row) => (row.ReadGuid(), row.ReadGuid(), row.ReadDecimal64(2)), cancellation))
            entries.Add(entry);
        foreach (var person in entries.GroupBy(entry => entry.Person))
            people.AddVerified(person.Key, person.ToDictionary(entry => entry.Statement, entry => entry.Jp));
    }

    /// <summary>
    /// Step 2: an account in a NIP namespace whose name is a NIP is that person; an identifier of it speaks only for the time before the
    /// namespace was one, and null is one that never speaks.
    /// </summary>
    private IdentifierRow? WhileNoNip(IdentifierRow row)
    {
        if (packs.NipNamespaces.FirstOrDefault(account => account.Names(row.Ifi)) is not { } named)
            return row;
        var last = named.Since?.PlusDays(-1).ToDateOnly();
        return last is null || row.From > last ? null : row with { To = row.To < last ? row.To : last };
    }

    private static LearnerStatement ReadStatement(ref RowBinaryReader row)
    {
        var (learner, id, timestamp, verb, activity) = (row.ReadString(), row.ReadGuid(), row.ReadMoment(), row.ReadString(), row.ReadString());
        return new LearnerStatement(learner, activity, new LearningStatement(
            id, Instant.FromDateTimeOffset(timestamp), TextKey.Of(learner), verb, TextKey.Of(activity),
            Array.ConvertAll(row.ReadUInt64s(), static key => new TextKey(key)), row.ReadNullableBool(), row.ReadNullableBool(), row.ReadString(),
            row.ReadString(), row.ReadString(), row.ReadString()));
    }
}

/// <summary>A statement with the texts that it has as numbers.</summary>
/// <param name="Learner">An IFI key.</param>
/// <param name="ObjectId">The activity that it is about; empty where it is about none.</param>
internal sealed record LearnerStatement(string Learner, string ObjectId, LearningStatement Statement);
