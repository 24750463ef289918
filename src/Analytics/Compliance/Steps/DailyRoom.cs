using System.Runtime.InteropServices;
using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Step 9, jp_per_day: hours are laid on the days they were learnt on, each day of a form taking no more than its cap.</summary>
internal sealed class DailyRoom
{
    private readonly ActiveDays _activeDays = new();
    private readonly HashSet<TextKey> _capped = [];
    private readonly Dictionary<DayOfForm, decimal> _laid = [];

    // candidates: Candidates that are not duplicates, in order.
    public void Cap(List<Candidate> candidates, List<DatedStatement> statements)
    {
        _capped.Clear();
        foreach (var candidate in candidates)
            if (candidate.Form.JpPerDay is not null)
                _capped.Add(candidate.Activity.Key);
        if (_capped.Count == 0)
            return;
        _activeDays.Note(statements, _capped);
        _laid.Clear();
        foreach (var candidate in candidates)
            if (candidate.Form.JpPerDay is { } cap)
                candidate.Cut(ReductionRules.JpPerDay, WithoutRoom(candidate, cap.Of(candidate.Activity.International)));
    }

    // A day that is there twice has no room the second time; the candidate's own always is one, and the last.
    private decimal WithoutRoom(Candidate candidate, decimal cap)
    {
        var left = candidate.Counted;
        foreach (var seen in _activeDays.Before(candidate))
            Lay(candidate, seen.Day, cap, ref left);
        Lay(candidate, candidate.Date, cap, ref left);
        return left;
    }

    private void Lay(Candidate candidate, LocalDate day, decimal cap, ref decimal left)
    {
        if (left <= 0)
            return;
        ref var taken = ref CollectionsMarshal.GetValueRefOrAddDefault(_laid, new DayOfForm(candidate.Form.Code, day), out _);
        var here = Math.Clamp(cap - taken, 0, left);
        taken += here;
        left -= here;
    }

    private readonly record struct DayOfForm(string Form, LocalDate Day)
    {
        // Of the few forms that have such a cap hardly two share a day.
        public override int GetHashCode() => Day.GetHashCode();
    }
}
