using System.Collections.Frozen;
using NodaTime;

namespace Analytics.Compliance;

/// <summary>One row of the activity registry: what the activity is worth while the row is valid.</summary>
internal sealed record RegisteredActivity(
    string Iri,
    string Title,
    string Provider,
    string Form,
    decimal? Jp,
    decimal? Units,
    bool International,
    IReadOnlyList<string> Competencies,
    Validity Validity);

/// <summary>Step 3, what: an activity by its IRI, as registered on a date. Never guessed.</summary>
internal sealed class ActivityRegistry(IEnumerable<RegisteredActivity> activities)
{
    // Asked once for each statement of a nation, made once for each state of the registry.
    private readonly FrozenDictionary<string, RegisteredActivity[]> _byIri = activities
        .GroupBy(activity => activity.Iri, StringComparer.Ordinal)
        .ToFrozenDictionary(
            rows => rows.Key,
            rows => rows.OrderByDescending(row => row.Validity.From ?? LocalDate.MinIsoValue).ToArray(),
            StringComparer.Ordinal);

    /// <summary>Of rows that overlap, the one with the latest valid_from.</summary>
    public RegisteredActivity? Find(string iri, LocalDate on)
    {
        if (_byIri.TryGetValue(iri, out var rows))
            foreach (var row in rows)
                if (row.Validity.Covers(on))
                    return row;
        return null;
    }
}
