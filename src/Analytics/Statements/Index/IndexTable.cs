using System.Globalization;
using Analytics.ClickHouse;
using Analytics.Ingest;

namespace Analytics.Statements.Index;

/// <summary>The table <c>statement_keys</c>, and what of <c>statements</c> it is filled from.</summary>
internal sealed class IndexTable(ClickHouseClient clickHouse)
{
    // max_insert_block_size: what comes in one block is one part, so the row of key 0 is there with all that it speaks for, or not at all.
    private const string Insert =
        "INSERT INTO statement_keys (key, stored, via) SETTINGS max_insert_block_size = 100000000, max_threads = 1, max_insert_threads = 1 FORMAT RowBinary";

    private const ulong ThroughKey = 0;

    private static readonly string ReadNewStatements = EmbeddedSql.Load<IndexTable>(nameof(ReadNewStatements));
    private static readonly string ReadStatementsAt = EmbeddedSql.Load<IndexTable>(nameof(ReadStatementsAt));
    private static readonly string ReadPlaces = EmbeddedSql.Load<IndexTable>(nameof(ReadPlaces));
    private static readonly string ReadEntries = EmbeddedSql.Load<IndexTable>(nameof(ReadEntries));
    private static readonly string ReadIndexedThrough = EmbeddedSql.Load<IndexTable>(nameof(ReadIndexedThrough));
    private static readonly string ReadTargets = EmbeddedSql.Load<IndexTable>(nameof(ReadTargets));

    public async Task<long> ThroughAsync()
    {
        var through = 0L;
        await foreach (var moment in clickHouse.StreamBinaryAsync(ReadIndexedThrough, null, static (ref RowBinaryReader reader) => reader.ReadInt64()))
            through = moment;
        return through;
    }

    /// <summary>The keys <see cref="FilterKey.Target"/> of all statements up to a moment.</summary>
    public async Task<HashSet<ulong>> TargetsAsync(long through)
    {
        var targets = new HashSet<ulong>();
        var parameters = new QueryParameters().Add("through", Micros.Moment(through));
        await foreach (var id in clickHouse.StreamBinaryAsync(ReadTargets, parameters, static (ref RowBinaryReader reader) => reader.ReadString()))
            targets.Add(FilterKey.Target(Guid.Parse(id, CultureInfo.InvariantCulture)));
        return targets;
    }

    public Task<List<IndexedStatement>> StatementsAfterAsync(long after, long through, int limit) => ReadStatementsAsync(
        ReadNewStatements, new QueryParameters().Add("after", Micros.Moment(after)).Add("through", Micros.Moment(through)).Add("limit", limit));

    public Task<List<IndexedStatement>> StatementsAtAsync(IReadOnlyCollection<long> moments) =>
        ReadStatementsAsync(ReadStatementsAt, new QueryParameters().AddKeys("moments", [.. moments.Select(Micros.Moment)]));

    /// <summary>Where these values find a statement, whether it is its own value or that of one it refers to.</summary>
    public async Task<List<long>> PlacesOfAsync(IReadOnlyCollection<ulong> keys, CancellationToken cancellation)
    {
        var places = new List<long>();
        var parameters = new QueryParameters().Add("keys", keys);
        await foreach (var place in clickHouse.StreamBinaryAsync(ReadPlaces, parameters, static (ref RowBinaryReader reader) => reader.ReadInt64(), cancellation))
            places.Add(place);
        return places;
    }

    public async Task<List<(ulong Key, IndexEntry Entry)>> EntriesAsync(IReadOnlyCollection<ulong> keys)
    {
        var entries = new List<(ulong Key, IndexEntry Entry)>();
        await foreach (var entry in clickHouse.StreamBinaryAsync(ReadEntries, new QueryParameters().AddKeys("wanted", keys), ReadEntry))
            entries.Add(entry);
        return entries;
    }

    /// <summary>Stores the entries, and that the table is filled up to a moment: both or neither.</summary>
    public Task StoreAsync(IEnumerable<(ulong Key, IndexEntry Entry)> entries, long through) =>
        clickHouse.InsertBinaryAsync(Insert, entries.Append((Key: ThroughKey, Entry: new IndexEntry(through, 0))), static (writer, row) =>
        {
            writer.Write(row.Key);
            writer.Write(row.Entry.Stored);
            writer.Write(row.Entry.Via);
        });

    private async Task<List<IndexedStatement>> ReadStatementsAsync(string sql, QueryParameters parameters)
    {
        var statements = new List<IndexedStatement>();
        await foreach (var statement in clickHouse.StreamBinaryAsync(sql, parameters, ReadStatement))
            statements.Add(statement);
        return statements;
    }

    private static IndexedStatement ReadStatement(ref RowBinaryReader reader)
    {
        var (id, stored, keys) = (reader.ReadGuid(), reader.ReadInt64(), reader.ReadUInt64s());
        var target = reader.ReadString();
        return new IndexedStatement(id, stored, keys, Guid.TryParse(target, out var referred) ? referred : null);
    }

    private static (ulong Key, IndexEntry Entry) ReadEntry(ref RowBinaryReader reader) =>
        (reader.ReadUInt64(), new IndexEntry(reader.ReadInt64(), reader.ReadInt64()));
}
