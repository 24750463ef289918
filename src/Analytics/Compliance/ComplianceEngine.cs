using Analytics.Compliance.Steps;
using NodaTime;

namespace Analytics.Compliance;

/// <summary>
/// Computes the hours of one person: a pure function of their statements, the registry, the rule packs and today.
/// The steps stand here in the order of docs/compliance.md.
/// </summary>
/// <remarks>One person after the other, never two at once: what is noted about one on the way has its room from the one before.</remarks>
internal sealed class ComplianceEngine(ActivityRegistry activities, RulePacks packs)
{
    private readonly List<DatedStatement> _dated = [];
    private readonly List<Candidate> _candidates = [];
    private readonly List<Candidate> _counting = [];
    private readonly List<int> _wanted = [];
    private readonly Once _once = new();
    private readonly MonthlyEvents _monthlyEvents = new();
    private readonly DailyRoom _dailyRoom = new();

    /// <summary>Every wanted year in which the person was employed, and every year in which they have a credit.</summary>
    public IReadOnlyList<PersonYear> Compute(
        Person person, IEnumerable<LearningStatement> statements, IEnumerable<int> years, LocalDate today)
    {
        var candidates = Count(person, statements);
        _wanted.Clear();
        foreach (var year in years)
            if (person.Employment.OverlapsYear(year) && !_wanted.Contains(year))
                _wanted.Add(year);
        foreach (var candidate in candidates)
            if (!_wanted.Contains(candidate.Date.Year))
                _wanted.Add(candidate.Date.Year);
        _wanted.Sort();
        var results = new PersonYear[_wanted.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = YearResult.Of(person, candidates, packs, _wanted[i], today);
        return results;
    }

    /// <summary>One year, whether or not the person was employed or learnt in it.</summary>
    public PersonYear ComputeYear(Person person, IEnumerable<LearningStatement> statements, int year, LocalDate today) =>
        YearResult.Of(person, Count(person, statements), packs, year, today);

    private List<Candidate> Count(Person person, IEnumerable<LearningStatement> statements)
    {
        Who.Resolve(person, statements, _dated);
        _candidates.Clear();
        foreach (var dated in _dated)
            if (Qualification.CandidateOf(person, dated, activities, packs) is { } candidate)
                _candidates.Add(candidate);
        _once.MarkDuplicates(_candidates);
        _counting.Clear();
        foreach (var candidate in _candidates)
        {
            Measure(candidate);
            if (!candidate.IsDuplicate)
                _counting.Add(candidate);
        }

        _monthlyEvents.Cap(_counting);
        _dailyRoom.Cap(_counting, _dated);
        ContractCeiling.Cap(_counting);
        return _candidates;
    }

    /// <summary>Steps 7 and 8, and the two rules that leave nothing to count before any cap is asked.</summary>
    private static void Measure(Candidate candidate)
    {
        candidate.Claimed = ClaimedHours.Of(candidate);
        candidate.Convert(ConvertedHours.Of(candidate));
        if (candidate.IsDuplicate)
            candidate.Void(ReductionRules.Duplicate, candidate.Converted);
        else if (candidate is { Form.Basis: Basis.Manual, Verified: null })
            candidate.Void(ReductionRules.ManualPending, candidate.Claimed);
    }
}
