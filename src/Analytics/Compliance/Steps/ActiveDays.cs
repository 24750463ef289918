using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>The local days on which the person was seen at an activity, by any statement about it or something in it.</summary>
internal sealed class ActiveDays
{
    private readonly Dictionary<TextKey, List<LocalDate>> _daysOf = [];

    // statements: Every statement of the person, qualifying or not.
    // candidates: Only of their activities anything is kept: most statements are about something no cap asks for.
    public ActiveDays(List<DatedStatement> statements, List<Candidate> candidates)
    {
        foreach (var candidate in candidates)
            _daysOf.TryAdd(candidate.Activity.Key, []);
        foreach (var dated in statements)
            foreach (var activity in dated.Statement.Activities.Span)
                // In order of time, and so nearly always of days: where a zone changed, sorting mends it.
                if (_daysOf.TryGetValue(activity, out var days) && (days.Count == 0 || days[^1] != dated.Date))
                    days.Add(dated.Date);
        foreach (var days in _daysOf.Values)
            days.Sort();
    }

    /// <summary>In order: days in the candidate's year, not after its date; its own date always is one.</summary>
    public IEnumerable<LocalDate> Of(Candidate candidate)
    {
        LocalDate? last = null;
        foreach (var day in _daysOf[candidate.Activity.Key])
        {
            if (day >= candidate.Date)
                break;
            if (day.Year == candidate.Date.Year && day != last)
                yield return day;
            last = day;
        }

        yield return candidate.Date;
    }
}
