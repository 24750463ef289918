using Analytics.Ingest;

namespace Analytics.Statements.Index;

/// <summary>
/// Makes the entries of new statements. A statement that refers to others, one through the other, is found by their values too; so is an
/// older statement once that comes to which it refers (xAPI Communication 2.1.3). What <c>context.statement</c> names does not count.
/// </summary>
internal sealed class IndexPass(IndexTable table, RecentEntries recent, ReferredStatements referred)
{
    /// <summary>How far a chain of references is followed. Endless ones can be written, and each link costs a look-up.</summary>
    private const int MostLinks = 32;

    private readonly Dictionary<Guid, IndexedStatement> _known = [];
    private readonly List<(ulong Key, IndexEntry Entry)> _entries = [];

    /// <returns>The entries, until it runs again: its lists are large, and made once.</returns>
    public async Task<IReadOnlyCollection<(ulong Key, IndexEntry Entry)>> RunAsync(IReadOnlyList<IndexedStatement> statements)
    {
        _known.Clear();
        _entries.Clear();
        foreach (var statement in statements)
        {
            _known[statement.Id] = statement;
            if (statement.Target is { } target)
                referred.Add(target);
            foreach (var key in statement.Keys)
                _entries.Add((key, new IndexEntry(statement.Stored, 0)));
            _entries.Add((FilterKey.Id(statement.Id), new IndexEntry(statement.Stored, 0)));
        }

        await ResolveAsync(statements);
        foreach (var statement in statements.Where(statement => statement.Target is not null))
            AddChain(statement.Stored, statement.Target);
        await AddEarlierReferrersAsync(statements);
        return _entries;
    }

    /// <summary>Looks up the statements that these refer to, link by link.</summary>
    private async Task ResolveAsync(IEnumerable<IndexedStatement> statements)
    {
        var asked = new HashSet<Guid>();
        for (var link = 0; link < MostLinks; link++)
        {
            var unknown = statements.Where(statement => statement.Target is not null).Select(statement => statement.Target!.Value)
                .Where(target => !_known.ContainsKey(target) && asked.Add(target)).ToList();
            if (unknown.Count == 0)
                return;
            var found = await FindAsync(unknown);
            foreach (var statement in found)
                _known[statement.Id] = statement;
            statements = found;
        }
    }

    private async Task<List<IndexedStatement>> FindAsync(List<Guid> ids)
    {
        var keys = ids.ConvertAll(FilterKey.Id);
        var places = (await table.EntriesAsync(keys)).Select(found => found.Entry.Stored).Concat(recent.OwnersOf(keys)).ToHashSet();
        if (places.Count == 0)
            return [];
        var wanted = ids.ToHashSet();
        return [.. (await table.StatementsAtAsync(places)).Where(statement => wanted.Contains(statement.Id))];
    }

    /// <summary>Gives the statement stored at <paramref name="referrer"/> the values of the one it refers to, and of those that one refers to.</summary>
    private void AddChain(long referrer, Guid? target)
    {
        var seen = new HashSet<Guid>();
        for (var link = 0; link < MostLinks && target is { } id && seen.Add(id) && _known.TryGetValue(id, out var found); link++)
        {
            AddValues(referrer, found);
            target = found.Target;
        }
    }

    private async Task AddEarlierReferrersAsync(IReadOnlyList<IndexedStatement> statements)
    {
        var awaited = new Dictionary<ulong, IndexedStatement>();
        foreach (var statement in statements.Where(statement => referred.MayContain(statement.Id)))
            awaited[FilterKey.Target(statement.Id)] = statement;
        if (awaited.Count == 0)
            return;
        var fresh = statements.Select(statement => statement.Stored).ToHashSet();
        var referrers = (await table.EntriesAsync(awaited.Keys)).Concat(awaited.Keys.SelectMany(key => recent.Of(key).Select(entry => (Key: key, Entry: entry))))
            .Select(found => (found.Key, found.Entry.Stored)).Where(found => !fresh.Contains(found.Stored)).Distinct().ToList();
        foreach (var (key, referrer) in referrers)
        {
            AddValues(referrer, awaited[key]);
            AddChain(referrer, awaited[key].Target);
        }
    }

    private void AddValues(long referrer, IndexedStatement target)
    {
        // In a circle of references a statement comes back to itself.
        if (referrer == target.Stored)
            return;
        foreach (var key in target.Keys)
            _entries.Add((key, new IndexEntry(referrer, target.Stored)));
    }
}
