using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Beside the hours: the competencies a person has shown within the pack's months, each with the last day it was shown.</summary>
internal static class CompetencyCoverage
{
    // candidates: All candidates, duplicates too: a second pass of a course is no second hour, but it is a pass.
    // asOf: Today, or the last day of a past year.
    public static List<CoveredCompetency> On(IEnumerable<Candidate> candidates, CoverageRule rule, LocalDate asOf)
    {
        var (first, last) = (asOf.PlusMonths(-rule.Months), new LocalDate(asOf.Year, 12, 31));
        return [.. candidates
            .Where(candidate => rule.Verbs.Contains(candidate.Statement.Verb) && candidate.Date >= first && candidate.Date <= last)
            .SelectMany(candidate => candidate.Activity.Competencies.Select(code => (Code: code, candidate.Date)))
            .GroupBy(shown => shown.Code, StringComparer.Ordinal)
            .Select(shown => new CoveredCompetency(shown.Key, shown.Max(one => one.Date)))
            .OrderBy(covered => covered.Code, StringComparer.Ordinal)];
    }
}
