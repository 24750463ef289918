using Analytics.Ingest;

namespace Analytics.Statements.Index;

/// <summary>What is looked for in the index: keys that all must be of one statement, and a span of <c>stored</c> in microseconds.</summary>
/// <param name="Own">A key that the found statement itself must have, not one that it refers to: its authority.</param>
/// <param name="Low">Exclusive.</param>
/// <param name="High">Inclusive.</param>
internal sealed record KeyFilter(IReadOnlyList<ulong> Keys, ulong? Own, long Low, long High, bool Ascending)
{
    public bool HasKeys => Keys.Count > 0 || Own is not null;

    public static KeyFilter Of(StatementFilter filter, ulong? own)
    {
        var low = filter.Since is { } since ? Math.Clamp(Micros.Of(since), Micros.Least, Micros.Most) : Micros.Least;
        var high = filter.Until is { } until ? Math.Clamp(Micros.Of(until), Micros.Least, Micros.Most) : Micros.Most;
        if (filter.After is { } after && filter.Ascending)
            low = Math.Max(low, Micros.Of(after));
        else if (filter.After is { } before)
            high = Math.Min(high, Micros.Of(before) - 1);
        return new KeyFilter(filter.Keys, own, low, high, filter.Ascending);
    }

    public IEnumerable<long> InOrder(IEnumerable<long> moments) => Ascending ? moments.Order() : moments.OrderDescending();

    public KeyFilter From(long last) => Ascending ? this with { Low = last } : this with { High = last - 1 };

    public List<long> FindIn(RecentEntries recent)
    {
        IEnumerable<IndexEntry>? found = null;
        foreach (var key in Keys)
        {
            var entries = recent.Of(key);
            found = found is null ? entries : found.Where(entries.ToHashSet().Contains);
        }

        if (Own is { } own)
        {
            var owned = recent.OwnersOf([own]).ToHashSet();
            found = found is null ? owned.Select(stored => new IndexEntry(stored, 0)) : found.Where(entry => owned.Contains(entry.Stored));
        }

        return [.. (found ?? []).Select(entry => entry.Stored).Where(stored => stored > Low && stored <= High)];
    }
}
