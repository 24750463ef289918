using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Beside the hours: the competencies a person has shown within the pack's months, each with the last day it was shown.</summary>
internal static class CompetencyCoverage
{
    // candidates: All candidates, duplicates too: a second pass of a course is no second hour, but it is a pass.
    // asOf: Today, or the last day of a past year.
    public static IReadOnlyList<CoveredCompetency> On(List<Candidate> candidates, CoverageRule rule, LocalDate asOf)
    {
        var (first, last) = (asOf.PlusMonths(-rule.Months), new LocalDate(asOf.Year, 12, 31));
        List<CoveredCompetency>? covered = null;
        foreach (var candidate in candidates)
            if (candidate.Activity.Competencies.Length > 0 && candidate.Date >= first && candidate.Date <= last
                && rule.Verbs.Contains(candidate.Statement.Verb))
                foreach (var code in candidate.Activity.Competencies)
                    Note(covered ??= [], code, candidate.Date);
        covered?.Sort(static (a, b) => string.CompareOrdinal(a.Code, b.Code));
        return covered ?? (IReadOnlyList<CoveredCompetency>)[];
    }

    private static void Note(List<CoveredCompetency> covered, string code, LocalDate date)
    {
        for (var i = 0; i < covered.Count; i++)
        {
            if (covered[i].Code != code)
                continue;
            if (date > covered[i].Date)
                covered[i] = new CoveredCompetency(code, date);
            return;
        }

        covered.Add(new CoveredCompetency(code, date));
    }
}
