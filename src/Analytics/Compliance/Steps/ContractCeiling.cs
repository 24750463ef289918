using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Step 10: a requirement with a maximum counts no more than that in its year; the record stays.</summary>
internal static class ContractCeiling
{
    // candidates: Candidates of all years that are not duplicates, in order: a contract year may span two calendar years.
    public static void Cap(List<Candidate> candidates)
    {
        Dictionary<LocalDate, decimal>? counted = null;
        foreach (var candidate in candidates)
        {
            if (candidate.Pack.CeilingOf(candidate.Spell.EmploymentType, candidate.Date) is not { MaxJp: { } most } ceiling)
                continue;
            var contractFrom = ceiling.Period == Period.ContractYear ? candidate.Spell.ContractFrom : null;
            var year = ContractYearStart(contractFrom, candidate.Date);
            counted ??= [];
            var sum = counted.GetValueOrDefault(year);
            candidate.Cut(ReductionRules.OverCap, candidate.Counted - Math.Clamp(most - sum, 0, candidate.Counted));
            counted[year] = sum + candidate.Counted;
        }
    }

    /// <summary>
    /// The first day of the contract year a date lies in: contract_from or the last anniversary of it (29 February falls on 28 where
    /// there is none). Days before the contract belong to the years that anniversaries would have marked; without a contract, 1 January.
    /// </summary>
    public static LocalDate ContractYearStart(LocalDate? contractFrom, LocalDate date)
    {
        if (contractFrom is not { } from)
            return NewYear(date);
        var anniversary = from.PlusYears(date.Year - from.Year);
        return anniversary <= date ? anniversary : from.PlusYears(date.Year - from.Year - 1);
    }

    private static LocalDate NewYear(LocalDate date) => new(date.Year, 1, 1);
}
