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
    string[] Competencies,
    Validity Validity)
{
    public TextKey Key { get; } = TextKey.Of(Iri);
}

/// <summary>Step 3, what: an activity by its IRI, as registered on a date. Never guessed.</summary>
internal sealed class ActivityRegistry(IEnumerable<RegisteredActivity> activities)
{
    // Asked once for each statement of a nation, made once for each state of the registry.
    private readonly FrozenDictionary<TextKey, Rows> _rowsOf = activities
        .GroupBy(activity => activity.Key)
        .ToFrozenDictionary(rows => rows.Key, rows => new Rows([.. rows.OrderByDescending(row => row.Validity.From ?? LocalDate.MinIsoValue)]));

    /// <summary>Of rows that overlap, the one with the latest valid_from.</summary>
    public RegisteredActivity? Find(TextKey activity, LocalDate on)
    {
        if (!_rowsOf.TryGetValue(activity, out var rows))
            return null;
        if (rows.Latest.Validity.Covers(on))
            return rows.Latest;
        foreach (var row in rows.All)
            if (row.Validity.Covers(on))
                return row;
        return null;
    }

    /// <summary>The rows of an activity, the one that begins last at hand: nearly always it is the only one.</summary>
    private readonly struct Rows(RegisteredActivity[] all)
    {
        public RegisteredActivity Latest { get; } = all[0];

        public RegisteredActivity[] All { get; } = all;
    }
}
