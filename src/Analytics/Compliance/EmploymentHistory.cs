using NodaTime;

namespace Analytics.Compliance;

/// <summary>The spells of one person, and which of them a day belongs to.</summary>
internal sealed class EmploymentHistory
{
    private readonly EmploymentSpell[] _spells;

    public EmploymentHistory(IEnumerable<EmploymentSpell> spells)
    {
        _spells = [.. spells];
        if (_spells.Length == 0)
            throw new ArgumentException("A person has at least one spell of employment", nameof(spells));
        // Latest start first; the agency code only makes the answer the same whatever order the rows arrive in. Most have one.
        if (_spells.Length > 1)
            _spells = [.. _spells
                .OrderByDescending(spell => spell.Employed.From ?? LocalDate.MinIsoValue)
                .ThenBy(spell => spell.AgencyCode, StringComparer.Ordinal)];
    }

    /// <summary>Step 5, when: the local date in the zone of the agency the person worked at on that date, and the spell of that date.</summary>
    // TRICKY: the date needs the zone, the zone the spell, the spell the date; so each spell is asked about the date in its own zone.
    // In the hours around a move to another zone none may answer for itself: the date is then the former agency's, the spell the new one's.
    public (EmploymentSpell Spell, LocalDate Date) At(Instant instant)
    {
        foreach (var covering in _spells)
        {
            var local = LocalDateIn(covering.Zone, instant);
            if (covering.Employed.Covers(local))
                return (On(local), local);
        }

        var date = LocalDateIn(Nearest(candidate => LocalDateIn(candidate.Zone, instant)).Zone, instant);
        return (On(date), date);
    }

    public EmploymentSpell On(LocalDate date)
    {
        foreach (var covering in _spells)
            if (covering.Employed.Covers(date))
                return covering;
        return Nearest(_ => date);
    }

    public bool OverlapsYear(int year)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        foreach (var spell in _spells)
            if (spell.Employed.Overlaps(first, last))
                return true;
        return false;
    }

    /// <summary>Where none covers: the one that ended last before; else the one that starts next.</summary>
    private EmploymentSpell Nearest(Func<EmploymentSpell, LocalDate> dateOf) =>
        _spells.Where(spell => spell.Employed.To < dateOf(spell)).MaxBy(spell => spell.Employed.To)
        ?? _spells.Where(spell => spell.Employed.From > dateOf(spell)).MinBy(spell => spell.Employed.From)
        ?? _spells[0];

    private static LocalDate LocalDateIn(DateTimeZone zone, Instant instant) => instant.InZone(zone).Date;
}
