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
        var people = await ReadPeopleAsync(ids, registry, cancellation);
        var owners = people.SelectMany(person => person.Keys.Where(key => key.IsTheirs).Select(key => (key.Ifi, person.Id)))
            .Distinct().ToLookup(owner => owner.Ifi, owner => owner.Id, StringComparer.Ordinal);
        var statements = people.ToDictionary(person => person.Id, _ => new List<LearningStatement>());
        var parameters = new QueryParameters().AddKeys("wanted_learners", [.. owners.Select(owner => owner.Key)]);
        await foreach (var statement in clickHouse.StreamBinaryAsync(StatementsOfLearners, parameters, ReadStatement, cancellation))
            foreach (var owner in owners[statement.Actor])
                statements[owner].Add(statement);
        return [.. people.Select(person => (person, (IReadOnlyList<LearningStatement>)statements[person.Id]))];
    }

    /// <summary>Those of the ids that are registered, without what they said.</summary>
    public async Task<List<Person>> ReadPeopleAsync(
        IReadOnlyCollection<Guid> ids, RegistrySnapshot registry, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().AddKeys("wanted_people", ids);
        var spells = await ReadSpellsAsync(ids, cancellation);
        var identifiers = new List<IdentifierRow>();
        await foreach (var identifier in clickHouse.StreamBinaryAsync(IdentifiersOfPeople, parameters, ReadIdentifier, cancellation))
            if (WhileNoNip(identifier) is { } valid)
                identifiers.Add(valid);
        var verified = await ReadVerifiedAsync(parameters, cancellation);
        var rowsOf = identifiers.ToLookup(row => row.Ifi, StringComparer.Ordinal);
        var ifisOf = identifiers.Select(row => (row.PersonId, row.Ifi)).Distinct().ToLookup(row => row.PersonId, row => row.Ifi);
        var others = identifiers.Select(row => row.PersonId).Distinct().Where(holder => !spells.ContainsKey(holder)).ToList();
        var histories = spells.Concat(others.Count == 0 ? [] : await ReadSpellsAsync(others, cancellation)).ToDictionary(
            person => person.Key,
            person => new EmploymentHistory(person.Value.Select(row => row.Spell(registry.ZoneOf(row.AgencyCode)))));
        return [.. spells.Select(person => new Person(
            person.Key,
            histories[person.Key],
            [
                .. NipKeys(person.Value[0].Nip),
                .. ifisOf[person.Key].SelectMany(ifi => rowsOf[ifi]).Select(row => row.KeyFor(person.Key, histories)),
            ])
            {
                VerifiedJp = verified.GetValueOrDefault(person.Key, Person.NothingVerified),
                Known = person.Value.MaxBy(row => row.From ?? DateOnly.MinValue)!.Known,
            })];
    }

    private async Task<Dictionary<Guid, List<SpellRow>>> ReadSpellsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var parameters = new QueryParameters().AddKeys("wanted_people", ids);
        var spells = new Dictionary<Guid, List<SpellRow>>();
        await foreach (var spell in clickHouse.StreamBinaryAsync(SpellsOfPeople, parameters, ReadSpell, cancellation))
            (spells.TryGetValue(spell.PersonId, out var list) ? list : spells[spell.PersonId] = []).Add(spell);
        return spells;
    }

    private async Task<Dictionary<Guid, IReadOnlyDictionary<Guid, decimal>>> ReadVerifiedAsync(
        QueryParameters people, CancellationToken cancellation)
    {
        var entries = new List<(Guid Person, Guid Statement, decimal Jp)>();
        await foreach (var entry in clickHouse.StreamBinaryAsync(
            ManualCreditsOfPeople, people,
            static (ref RowBinaryReader row) => (row.ReadGuid(), row.ReadGuid(), row.ReadDecimal64(2)), cancellation))
            entries.Add(entry);
        return entries.GroupBy(entry => entry.Person).ToDictionary(
            person => person.Key,
            IReadOnlyDictionary<Guid, decimal> (person) => person.ToDictionary(entry => entry.Statement, entry => entry.Jp));
    }

    private IEnumerable<ActorKey> NipKeys(string nip) =>
        Nip.TryParse(nip, out _)
            ? packs.NipNamespaces.Select(account => new ActorKey(account.Prefix + nip, new Validity(account.Since, null)))
            : [];

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

    private static SpellRow ReadSpell(ref RowBinaryReader row) => new(
        row.ReadGuid(), row.ReadString(), row.ReadString(), row.ReadString(),
        row.ReadNullableDate(), row.ReadNullableDate(), row.ReadNullableDate(), row.ReadNullableDate(), row.ReadString(),
        new KnownAs(row.ReadString(), row.ReadString(), row.ReadString()));

    private static IdentifierRow ReadIdentifier(ref RowBinaryReader row) =>
        new(row.ReadString(), row.ReadNullableDate(), row.ReadNullableDate(), row.ReadGuid());

    private static LearningStatement ReadStatement(ref RowBinaryReader row)
    {
        var (learner, id, timestamp) = (row.ReadString(), row.ReadGuid(), row.ReadMoment());
        return new LearningStatement(
            id, Instant.FromDateTimeOffset(timestamp), learner, row.ReadString(), row.ReadString(), row.ReadStrings(),
            row.ReadNullableBool(), row.ReadNullableBool(), row.ReadString(), row.ReadString(), row.ReadString(), row.ReadString());
    }

    private sealed record SpellRow(
        Guid PersonId, string Nip, string AgencyCode, string EmploymentType, DateOnly? From, DateOnly? To, DateOnly? ContractFrom,
        DateOnly? ContractTo, string ExemptReason, KnownAs Known)
    {
        public EmploymentSpell Spell(DateTimeZone zone) => new(
            AgencyCode, zone, EmploymentType, new Validity(RegistrySnapshots.LocalDateOf(From), RegistrySnapshots.LocalDateOf(To)),
            RegistrySnapshots.LocalDateOf(ContractFrom), RegistrySnapshots.LocalDateOf(ContractTo), ExemptReason);
    }

    private sealed record IdentifierRow(string Ifi, DateOnly? From, DateOnly? To, Guid PersonId)
    {
        public ActorKey KeyFor(Guid person, IReadOnlyDictionary<Guid, EmploymentHistory> histories) => new(
            Ifi,
            new Validity(RegistrySnapshots.LocalDateOf(From), RegistrySnapshots.LocalDateOf(To)),
            PersonId == person,
            PersonId == person ? null : histories.GetValueOrDefault(PersonId));
    }
}
