namespace Analytics.Statements.Index;

/// <summary>
/// The entries of the last moments, which the table does not have yet: so that a statement can be found at once, while the table is filled
/// in few large inserts. Whoever asks both asks here first: what moves to the table in between is then seen twice, never missed.
/// </summary>
internal sealed class RecentEntries
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, List<IndexEntry>> _entries = [];

    public int Count { get; private set; }

    public void Add(IReadOnlyCollection<(ulong Key, IndexEntry Entry)> added)
    {
        lock (_gate)
        {
            foreach (var (key, entry) in added)
            {
                if (!_entries.TryGetValue(key, out var entries))
                    _entries[key] = entries = new List<IndexEntry>(1);
                entries.Add(entry);
            }

            Count += added.Count;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            Count = 0;
        }
    }

    public List<(ulong Key, IndexEntry Entry)> All()
    {
        lock (_gate)
            return [.. _entries.SelectMany(pair => pair.Value.Select(entry => (pair.Key, entry)))];
    }

    public List<IndexEntry> Of(ulong key)
    {
        lock (_gate)
            return _entries.TryGetValue(key, out var entries) ? [.. entries] : [];
    }

    /// <summary>The <c>stored</c> of the statements that have one of the values themselves.</summary>
    public List<long> OwnersOf(IEnumerable<ulong> keys)
    {
        lock (_gate)
        {
            return _entries.Count == 0
                ? []
                : [.. keys.SelectMany(key => _entries.GetValueOrDefault(key) ?? []).Where(entry => entry.Via == 0).Select(entry => entry.Stored)];
        }
    }
}
