using System.Collections;
using System.Runtime.InteropServices;
using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>
/// The people of one reading. They are kept as the rows they came in and made one at a time, each time they are asked for: all at once they
/// would be objects by the hundred thousand, which the garbage collector moves from generation to generation.
/// </summary>
internal sealed class PeopleGroup(RegistrySnapshot registry, RulePacks packs) : IEnumerable<Person>
{
    // A person's last row; each row knows the one before it.
    private readonly Dictionary<Guid, int> _last = [];
    private readonly List<SpellRow> _spells = [];
    private readonly Dictionary<Guid, EmploymentHistory> _others = [];
    private readonly Dictionary<Guid, IReadOnlyDictionary<Guid, decimal>> _verified = [];
    private ILookup<string, IdentifierRow> _rowsOf = Enumerable.Empty<IdentifierRow>().ToLookup(row => row.Ifi);
    private ILookup<Guid, string> _ifisOf = Enumerable.Empty<string>().ToLookup(_ => Guid.Empty);

    public int Count => _last.Count;

    public bool Has(Guid person) => _last.ContainsKey(person);

    public IEnumerator<Person> GetEnumerator()
    {
        foreach (var (id, last) in _last)
            yield return PersonOf(id, last);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Add(SpellRow row)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, row.PersonId, out var known);
        _spells.Add(row with { Before = known ? last : -1 });
        last = _spells.Count - 1;
    }

    /// <summary>Every registration, to whomever, of the identifiers of these people.</summary>
    public void Add(IReadOnlyCollection<IdentifierRow> identifiers)
    {
        _rowsOf = identifiers.ToLookup(row => row.Ifi, StringComparer.Ordinal);
        _ifisOf = identifiers.Select(row => (row.PersonId, row.Ifi)).Distinct().ToLookup(row => row.PersonId, row => row.Ifi);
    }

    /// <summary>Somebody else to whom one of the identifiers was registered.</summary>
    public void AddOther(Guid person, IEnumerable<SpellRow> spells) => _others.Add(person, HistoryOf(spells));

    public void AddVerified(Guid person, IReadOnlyDictionary<Guid, decimal> jpByStatement) => _verified.Add(person, jpByStatement);

    private Person PersonOf(Guid id, int last)
    {
        var latest = _spells[last];
        for (var i = latest.Before; i >= 0; i = _spells[i].Before)
            if (Begins(_spells[i]) > Begins(latest))
                latest = _spells[i];
        return new Person(id, HistoryOf(SpellsOf(last)), KeysOf(id, latest.Nip))
        {
            VerifiedJp = _verified.GetValueOrDefault(id, Person.NothingVerified),
            Known = new KnownAs(latest.Name, latest.Unit, latest.PositionGroup),
        };

        static DateOnly Begins(SpellRow row) => row.From ?? DateOnly.MinValue;
    }

    private List<ActorKey> KeysOf(Guid id, string nip)
    {
        var keys = new List<ActorKey>(packs.NipNamespaces.Count);
        if (Nip.TryParse(nip, out _))
            foreach (var account in packs.NipNamespaces)
                keys.Add(new ActorKey(account.Prefix + nip, new Validity(account.Since, null)));
        foreach (var ifi in _ifisOf[id])
            foreach (var row in _rowsOf[ifi])
                keys.Add(new ActorKey(
                    ifi, row.Validity, IsTheirs: row.PersonId == id, OtherHolder: row.PersonId == id ? null : OtherHistoryOf(row.PersonId)));
        return keys;
    }

    private EmploymentHistory? OtherHistoryOf(Guid person) =>
        _last.TryGetValue(person, out var last) ? HistoryOf(SpellsOf(last)) : _others.GetValueOrDefault(person);

    private IEnumerable<SpellRow> SpellsOf(int last)
    {
        for (var i = last; i >= 0; i = _spells[i].Before)
            yield return _spells[i];
    }

    private EmploymentHistory HistoryOf(IEnumerable<SpellRow> spells) => new(spells.Select(row => row.Spell(registry.ZoneOf(row.AgencyCode))));
}

/// <summary>A spell of employment as the registry has it.</summary>
internal readonly record struct SpellRow(
    Guid PersonId, string Nip, string AgencyCode, string EmploymentType, DateOnly? From, DateOnly? To, DateOnly? ContractFrom,
    DateOnly? ContractTo, string ExemptReason, string Name, string Unit, string PositionGroup)
{
    /// <summary>Where in a group the person's row before this stands; -1 where there is none.</summary>
    public int Before { get; init; } = -1;

    public static SpellRow Read(ref RowBinaryReader row) => new(
        row.ReadGuid(), row.ReadString(), row.ReadCode(), row.ReadCode(),
        row.ReadNullableDate(), row.ReadNullableDate(), row.ReadNullableDate(), row.ReadNullableDate(), row.ReadCode(),
        row.ReadString(), row.ReadCode(), row.ReadCode());

    public EmploymentSpell Spell(DateTimeZone zone) => new(
        AgencyCode, zone, EmploymentType, new Validity(RegistrySnapshots.LocalDateOf(From), RegistrySnapshots.LocalDateOf(To)),
        RegistrySnapshots.LocalDateOf(ContractFrom), RegistrySnapshots.LocalDateOf(ContractTo), ExemptReason);
}

/// <summary>The registration of an identifier to a person.</summary>
internal readonly record struct IdentifierRow(string Ifi, DateOnly? From, DateOnly? To, Guid PersonId)
{
    public Validity Validity => new(RegistrySnapshots.LocalDateOf(From), RegistrySnapshots.LocalDateOf(To));

    public static IdentifierRow Read(ref RowBinaryReader row) =>
        new(row.ReadString(), row.ReadNullableDate(), row.ReadNullableDate(), row.ReadGuid());
}
