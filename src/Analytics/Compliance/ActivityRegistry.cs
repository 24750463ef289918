using System.Numerics;
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

    public NamedActivity Name { get; } = new(Iri, Title);
}

/// <summary>The texts of an activity, and the digest of both, made once for the millions of credits that have them.</summary>
internal sealed record NamedActivity(string Iri, string Title)
{
    // No IRI has a line break, so no two pairs make one text.
    public ulong Digest { get; } = TextKey.Of(Iri + "\n" + Title).Value;
}

/// <summary>Step 3, what: an activity by its IRI, as registered on a date. Never guessed.</summary>
internal sealed class ActivityRegistry
{
    // Asked for each statement of a nation, made once for each state of the registry: a key is as good as random, so its last bits are its
    // place, or where that is taken the next one free. Half of the places are empty, and a look-up touches one.
    private readonly Rows[] _places;

    public ActivityRegistry(IEnumerable<RegisteredActivity> activities)
    {
        var all = activities.GroupBy(activity => activity.Key).ToList();
        _places = new Rows[BitOperations.RoundUpToPowerOf2((uint)(2 * all.Count) + 1)];
        foreach (var rows in all)
            _places[PlaceOf(rows.Key)] = new Rows(rows.Key, [.. rows.OrderByDescending(row => row.Validity.From ?? LocalDate.MinIsoValue)]);
    }

    /// <summary>Of rows that overlap, the one with the latest valid_from.</summary>
    public RegisteredActivity? Find(TextKey activity, LocalDate on)
    {
        ref readonly var rows = ref _places[PlaceOf(activity)];
        if (rows.Latest is null || rows.Latest.Validity.Covers(on))
            return rows.Latest;
        foreach (var row in rows.All)
            if (row.Validity.Covers(on))
                return row;
        return null;
    }

    /// <summary>Where an activity is, or would be.</summary>
    private int PlaceOf(TextKey activity)
    {
        var last = _places.Length - 1;
        var place = (int)activity.Value & last;
        while (_places[place].Latest is not null && _places[place].Activity != activity)
            place = (place + 1) & last;
        return place;
    }

    /// <summary>The rows of an activity, the one that begins last at hand: nearly always it is the only one. Of none where a place is empty.</summary>
    private readonly struct Rows(TextKey activity, RegisteredActivity[] all)
    {
        public TextKey Activity { get; } = activity;

        public RegisteredActivity? Latest { get; } = all[0];

        public RegisteredActivity[] All { get; } = all;
    }
}
