using Analytics.Compliance.Steps;
using NodaTime;

namespace Analytics.Compliance;

/// <summary>
/// Computes the hours of one person: a pure function of their statements, the registry, the rule packs and today.
/// The steps stand here in the order of docs/compliance.md.
/// </summary>
internal sealed class ComplianceEngine(ActivityRegistry activities, RulePacks packs)
{
    /// <summary>Every wanted year in which the person was employed, and every year in which they have a credit.</summary>
    public IReadOnlyList<PersonYear> Compute(
        Person person, IEnumerable<LearningStatement> statements, IEnumerable<int> years, LocalDate today)
    {
        var candidates = Count(person, statements);
        var wanted = new List<int>();
        foreach (var year in years)
            if (person.Employment.OverlapsYear(year) && !wanted.Contains(year))
                wanted.Add(year);
        foreach (var candidate in candidates)
            if (!wanted.Contains(candidate.Date.Year))
                wanted.Add(candidate.Date.Year);
        wanted.Sort();
        var results = new PersonYear[wanted.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = YearResult.Of(person, candidates, packs, wanted[i], today);
        return results;
    }

    /// <summary>One year, whether or not the person was employed or learnt in it.</summary>
    public PersonYear ComputeYear(Person person, IEnumerable<LearningStatement> statements, int year, LocalDate today) =>
        YearResult.Of(person, Count(person, statements), packs, year, today);

    private List<Candidate> Count(Person person, IEnumerable<LearningStatement> statements)
    {
        var dated = Who.Resolve(person, statements);
        var candidates = new List<Candidate>(dated.Count);
        foreach (var one in dated)
            if (Qualification.CandidateOf(person, one, activities, packs) is { } candidate)
                candidates.Add(candidate);
        Once.MarkDuplicates(candidates);
        foreach (var candidate in candidates)
            Measure(candidate);
        var counting = candidates.FindAll(candidate => !candidate.IsDuplicate);
        MonthlyEvents.Cap(counting);
        DailyRoom.Cap(counting, dated);
        ContractCeiling.Cap(counting);
        return candidates;
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
