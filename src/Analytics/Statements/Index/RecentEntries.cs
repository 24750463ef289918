using System.Runtime.InteropServices;

namespace Analytics.Statements.Index;

/// <summary>
/// The entries of the last moments, which the table does not have yet: so that a statement can be found at once, while the table is filled
/// in few large inserts. Whoever asks both asks here first: what moves to the table in between is then seen twice, never missed.
/// </summary>
internal sealed class RecentEntries
{
    private const int None = -1;

    private readonly Lock _gate = new();

    // A chain for each key through one list: a list for each key would be a hundred bytes for an entry of sixteen.
    private readonly Dictionary<ulong, int> _latest = [];
    private readonly List<(ulong Key, IndexEntry Entry, int Before)> _entries = [];

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public void Add(IReadOnlyCollection<(ulong Key, IndexEntry Entry)> added)
    {
        lock (_gate)
        {
            foreach (var (key, entry) in added)
            {
                ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, key, out var isThere);
                _entries.Add((key, entry, isThere ? latest : None));
                latest = _entries.Count - 1;
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _latest.Clear();
            _entries.Clear();
        }
    }

    /// <summary>TRICKY: no copy, which would be megabytes. For whoever adds and clears, who does neither meanwhile.</summary>
    public IEnumerable<(ulong Key, IndexEntry Entry)> All() => _entries.Select(static entry => (entry.Key, entry.Entry));

    public List<IndexEntry> Of(ulong key)
    {
        lock (_gate)
            return [.. ChainOf(key)];
    }

    /// <summary>The <c>stored</c> of the statements that have one of the values themselves.</summary>
    public List<long> OwnersOf(IEnumerable<ulong> keys)
    {
        lock (_gate)
            return _entries.Count == 0 ? [] : [.. keys.SelectMany(ChainOf).Where(entry => entry.Via == 0).Select(entry => entry.Stored)];
    }

    private IEnumerable<IndexEntry> ChainOf(ulong key)
    {
        for (var i = _latest.GetValueOrDefault(key, None); i != None; i = _entries[i].Before)
            yield return _entries[i].Entry;
    }
}
