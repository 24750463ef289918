using System.Collections;
using System.Runtime.CompilerServices;
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
    // A person's last rows; each row knows the one before it.
    private readonly Dictionary<Guid, LastRows> _last = [];
    private readonly List<SpellRow> _spells = [];
    private readonly List<NamedBy> _names = [];
    private readonly Dictionary<Guid, EmploymentHistory> _others = [];
    private readonly Dictionary<Guid, IReadOnlyDictionary<Guid, decimal>> _verified = [];
    private List<IdentifierRow> _identifiers = [];

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
        _spells.Add(row with { Before = known ? last.Spell : -1 });
        last = new LastRows(_spells.Count - 1, Name: -1);
    }

    /// <summary>
    /// Every registration, to whomever, of the identifiers of these people, whose spells are all there; those of one identifier follow each other.
    /// </summary>
    public void Add(List<IdentifierRow> identifiers)
    {
        _identifiers = identifiers;
        for (int first = 0, end; first < identifiers.Count; first = end)
        {
            end = first + 1;
            while (end < identifiers.Count && identifiers[end].Ifi == identifiers[first].Ifi)
                end++;
            for (var i = first; i < end; i++)
                AddName(identifiers[i].PersonId, first, end);
        }
    }

    /// <summary>Somebody else to whom one of the identifiers was registered.</summary>
    public void AddOther(Guid person, IEnumerable<SpellRow> spells) => _others.Add(person, new EmploymentHistory(spells.Select(SpellOf)));

    public void AddVerified(Guid person, IReadOnlyDictionary<Guid, decimal> jpByStatement) => _verified.Add(person, jpByStatement);

    // Once, however often the identifier was registered to the same person.
    private void AddName(Guid person, int first, int end)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrNullRef(_last, person);
        if (Unsafe.IsNullRef(ref last) || (last.Name >= 0 && _names[last.Name].First == first))
            return;
        _names.Add(new NamedBy(first, end, last.Name));
        last = last with { Name = _names.Count - 1 };
    }

    private Person PersonOf(Guid id, LastRows last)
    {
        var latest = _spells[last.Spell];
        for (var i = latest.Before; i >= 0; i = _spells[i].Before)
            if (Begins(_spells[i]) > Begins(latest))
                latest = _spells[i];
        return new Person(id, HistoryOf(last), KeysOf(id, latest.Nip, last.Name))
        {
            VerifiedJp = _verified.GetValueOrDefault(id, Person.NothingVerified),
            Known = new KnownAs(latest.Name, latest.Unit, latest.PositionGroup),
        };

        static DateOnly Begins(SpellRow row) => row.From ?? DateOnly.MinValue;
    }

    private List<ActorKey> KeysOf(Guid id, string nip, int lastName)
    {
        var keys = new List<ActorKey>(packs.NipNamespaces.Count);
        if (Nip.TryParse(nip, out _))
            foreach (var account in packs.NipNamespaces)
                keys.Add(new ActorKey(account.Prefix + nip, new Validity(account.Since, null)));
        for (var name = lastName; name >= 0; name = _names[name].Before)
            foreach (ref readonly var row in CollectionsMarshal.AsSpan(_identifiers)[_names[name].First.._names[name].End])
                keys.Add(new ActorKey(
                    row.Ifi, row.Validity, IsTheirs: row.PersonId == id, OtherHolder: row.PersonId == id ? null : OtherHistoryOf(row.PersonId)));
        return keys;
    }

    private EmploymentHistory? OtherHistoryOf(Guid person) =>
        _last.TryGetValue(person, out var last) ? HistoryOf(last) : _others.GetValueOrDefault(person);

    private EmploymentHistory HistoryOf(LastRows last)
    {
        var spells = new List<EmploymentSpell>(1);
        for (var i = last.Spell; i >= 0; i = _spells[i].Before)
            spells.Add(SpellOf(_spells[i]));
        return new EmploymentHistory(spells);
    }

    private EmploymentSpell SpellOf(SpellRow row) => row.Spell(registry.ZoneOf(row.AgencyCode));

    /// <summary>Where a person's last spell and the last of what names them stand; -1 where nothing does.</summary>
    private readonly record struct LastRows(int Spell, int Name);

    /// <summary>The registrations of an identifier that names a person, and the identifier before it.</summary>
    private readonly record struct NamedBy(int First, int End, int Before);
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
