using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Steps 11 and 12: the sums of one year, what was asked of the person in it, and whether it is met.</summary>
internal static class YearResult
{
    // candidates: All candidates of the person, through every step, of all years.
    public static PersonYear Of(Person person, List<Candidate> candidates, RulePacks packs, int year, LocalDate today)
    {
        var asOf = ReferenceDate(year, today);
        var spell = person.Employment.On(asOf);
        var pack = packs.On(asOf);
        var (claimed, converted, counted) = (0m, 0m, 0m);
        var credits = new List<Credit>(CountOf(candidates, year));
        foreach (var candidate in candidates)
        {
            if (candidate.Date.Year != year)
                continue;
            credits.Add(CreditOf(candidate));
            if (candidate.IsDuplicate)
                continue;
            claimed += candidate.Claimed;
            converted += candidate.Converted;
            counted += candidate.Counted;
        }

        var requirement = RequirementOf(pack, spell.EmploymentType, asOf);
        return new PersonYear(
            person.Id,
            year,
            spell.AgencyCode,
            spell.EmploymentType,
            spell.ExemptReason,
            requirement,
            pack?.TargetOf(spell.AgencyCode, asOf) is { } target ? new Target(Jp.Shown(target.MinJp), counted >= target.MinJp) : null,
            Jp.Shown(claimed),
            Jp.Shown(converted),
            Jp.Shown(counted),
            StatusOf(spell, requirement, counted),
            credits,
            pack is null ? [] : CompetencyCoverage.On(candidates, pack.Coverage, asOf))
        {
            Known = person.Known,
        };
    }

    private static int CountOf(List<Candidate> candidates, int year)
    {
        var count = 0;
        foreach (var candidate in candidates)
            if (candidate.Date.Year == year)
                count++;
        return count;
    }

    /// <summary>The day a year is looked at: today in the current year, else its 31 December.</summary>
    // The last day employed needs no case of its own: the spell of a later day is the one that ended last.
    public static LocalDate ReferenceDate(int year, LocalDate today) => year == today.Year ? today : new LocalDate(year, 12, 31);

    public static ComplianceStatus StatusOf(EmploymentSpell spell, Requirement requirement, decimal counted) =>
        spell.ExemptReason.Length > 0 ? ComplianceStatus.Exempt
        : requirement.MinJp is not { } least ? ComplianceStatus.NotRequired
        : counted >= least ? ComplianceStatus.Met
        : ComplianceStatus.Unmet;

    private static Requirement RequirementOf(RulePack? pack, string employmentType, LocalDate on)
    {
        var (least, most) = (pack?.MinimumOf(employmentType, on), pack?.CeilingOf(employmentType, on));
        var rule = (least?.LegalBasis, most?.LegalBasis) switch
        {
            ({ } one, { } other) when one != other => $"{one}; {other}",
            var (one, other) => one ?? other,
        };
        return new Requirement(least?.MinJp, most?.MaxJp, rule);
    }

    private static Credit CreditOf(Candidate candidate) => new(
        candidate.Statement.Id,
        candidate.Activity.Name,
        candidate.Activity.Provider.Length > 0 ? candidate.Activity.Provider : candidate.Statement.Provider,
        candidate.Form.Code,
        candidate.Activity.International,
        candidate.Date,
        candidate.Statement.Timestamp,
        Jp.Shown(candidate.Claimed),
        Jp.Shown(candidate.Converted),
        Jp.Shown(candidate.Counted),
        candidate.IsDuplicate,
        candidate.Reductions);
}
