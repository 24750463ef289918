using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>The local days on which the person was seen at an activity, by any statement about it or something in it.</summary>
internal sealed class ActiveDays
{
    private readonly Dictionary<string, SortedSet<LocalDate>> _daysOf = new(StringComparer.Ordinal);

    // statements: Every statement of the person, qualifying or not.
    // activities: Only of these anything is kept: most statements are about something no cap asks for.
    public ActiveDays(IEnumerable<DatedStatement> statements, IEnumerable<string> activities)
    {
        foreach (var iri in activities)
            _daysOf.TryAdd(iri, []);
        if (_daysOf.Count == 0)
            return;
        foreach (var dated in statements)
            foreach (var iri in dated.Statement.Activities)
                if (_daysOf.TryGetValue(iri, out var days))
                    days.Add(dated.Date);
    }

    /// <summary>In order: days in the candidate's year, not after its date; its own date always is one.</summary>
    public IEnumerable<LocalDate> Of(Candidate candidate)
    {
        var newYear = new LocalDate(candidate.Date.Year, 1, 1);
        if (!_daysOf.TryGetValue(candidate.Activity.Iri, out var days))
            return [candidate.Date];
        return days.GetViewBetween(newYear, candidate.Date).Where(day => day != candidate.Date).Append(candidate.Date);
    }
}
