using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Step 9, jp_per_day: hours are laid on the days they were learnt on, each day of a form taking no more than its cap.</summary>
internal static class DailyRoom
{
    // candidates: Candidates that are not duplicates, in order.
    public static void Cap(List<Candidate> candidates, List<DatedStatement> statements)
    {
        var capped = candidates.FindAll(candidate => candidate.Form.JpPerDay is not null);
        if (capped.Count == 0)
            return;
        var activeDays = new ActiveDays(statements, capped);
        var laid = new Dictionary<(string Form, LocalDate Day), decimal>();
        foreach (var candidate in capped)
        {
            var cap = candidate.Form.JpPerDay!.Of(candidate.Activity.International);
            candidate.Cut(ReductionRules.JpPerDay, WithoutRoom(candidate, cap, activeDays.Of(candidate), laid));
        }
    }

    private static decimal WithoutRoom(
        Candidate candidate, decimal cap, IEnumerable<LocalDate> days, Dictionary<(string Form, LocalDate Day), decimal> laid)
    {
        var left = candidate.Counted;
        foreach (var day in days)
        {
            if (left <= 0)
                break;
            var taken = laid.GetValueOrDefault((candidate.Form.Code, day));
            var here = Math.Clamp(cap - taken, 0, left);
            laid[(candidate.Form.Code, day)] = taken + here;
            left -= here;
        }
        return left;
    }
}
