using System.Runtime.InteropServices;
using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>The local days on which the person was seen at some activities, by any statement about one or something in it.</summary>
internal sealed class ActiveDays
{
    // By activity, and in it by day.
    private readonly List<SeenAt> _seen = [];

    // statements: Every statement of the person, qualifying or not.
    // activities: Those that will be asked for.
    public void Note(List<DatedStatement> statements, HashSet<TextKey> activities)
    {
        _seen.Clear();
        foreach (ref readonly var dated in CollectionsMarshal.AsSpan(statements))
            foreach (var activity in dated.Statement.Activities.Span)
                if (activities.Contains(activity))
                    _seen.Add(new SeenAt(activity, dated.Date));
        _seen.Sort();
    }

    /// <summary>Those in the candidate's year and before its date, in order; a day may be there several times.</summary>
    public ReadOnlySpan<SeenAt> Before(Candidate candidate)
    {
        var first = FirstFrom(new SeenAt(candidate.Activity.Key, new LocalDate(candidate.Date.Year, 1, 1)));
        return CollectionsMarshal.AsSpan(_seen)[first..FirstFrom(new SeenAt(candidate.Activity.Key, candidate.Date))];
    }

    private int FirstFrom(SeenAt one)
    {
        var (first, end) = (0, _seen.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (_seen[middle].CompareTo(one) < 0)
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }
}

internal readonly record struct SeenAt(TextKey Activity, LocalDate Day) : IComparable<SeenAt>
{
    public int CompareTo(SeenAt other) =>
        Activity.Value.CompareTo(other.Activity.Value) is var order and not 0 ? order : Day.CompareTo(other.Day);
}
