using System.Runtime.InteropServices;

namespace Analytics.Compliance.Steps;

/// <summary>Step 9, events_per_month: so many events of a form in a local month count, those beyond count 0.</summary>
internal sealed class MonthlyEvents
{
    private readonly Dictionary<MonthOfForm, int> _held = [];

    // candidates: Candidates that are not duplicates, in order.
    public void Cap(List<Candidate> candidates)
    {
        _held.Clear();
        foreach (var candidate in candidates)
        {
            if (candidate.Form.EventsPerMonth is not { } most)
                continue;
            ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _held, new MonthOfForm(candidate.Form.Code, candidate.Date.Year, candidate.Date.Month), out _);
            if (++held > most)
                candidate.Cut(ReductionRules.EventsPerMonth, candidate.Counted);
        }
    }

    private readonly record struct MonthOfForm(string Form, int Year, int Month)
    {
        // Of the few forms that have such a cap hardly two share a month.
        public override int GetHashCode() => (Year * 12) + Month;
    }
}
