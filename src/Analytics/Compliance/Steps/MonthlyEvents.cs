namespace Analytics.Compliance.Steps;

/// <summary>Step 9, events_per_month: so many events of a form in a local month count, those beyond count 0.</summary>
internal static class MonthlyEvents
{
    // candidates: Candidates that are not duplicates, in order.
    public static void Cap(List<Candidate> candidates)
    {
        Dictionary<(string Form, int Year, int Month), int>? held = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Form.EventsPerMonth is not { } most)
                continue;
            var month = (candidate.Form.Code, candidate.Date.Year, candidate.Date.Month);
            held ??= [];
            var number = held[month] = held.GetValueOrDefault(month) + 1;
            if (number > most)
                candidate.Cut(ReductionRules.EventsPerMonth, candidate.Counted);
        }
    }
}
