using Analytics.ClickHouse;
using Analytics.Ingest;

namespace Analytics.Statements.Index;

/// <summary>
/// Searches <c>statement_keys</c>. One key is a range of its order key. Of several, the rarest is read first and narrows the next, so that
/// "completed, by this person" costs what the person has; where all are frequent, a window of the rarest after the other.
/// </summary>
internal sealed class KeySearch(ClickHouseClient clickHouse)
{
    /// <summary>The most entries of one key that are held against the others at once.</summary>
    private const int Window = 100_000;

    private const string InSpan = "stored > {low:DateTime64(6, 'UTC')} AND stored <= {high:DateTime64(6, 'UTC')}";

    private static readonly string FindStored = EmbeddedSql.Load<KeySearch>(nameof(FindStored));
    private static readonly string FindWindowEnd = EmbeddedSql.Load<KeySearch>(nameof(FindWindowEnd));

    public async Task<List<long>> FindAsync(KeyFilter filter, int limit, CancellationToken cancellation)
    {
        if (filter.Low >= filter.High)
            return [];
        var keys = filter.Keys.Distinct().Select(key => new Condition(key, IsOwn: false)).ToList();
        if (filter.Own is { } own)
            keys.Add(new Condition(own, IsOwn: true));
        return keys.Count == 1 ? await RunAsync(keys, filter, limit, cancellation) : await NarrowAsync(keys, filter, limit, cancellation);
    }

    private async Task<List<long>> NarrowAsync(List<Condition> keys, KeyFilter filter, int limit, CancellationToken cancellation)
    {
        var counts = await CountAsync(keys, filter, cancellation);
        // What is of the statement itself cannot stand in the middle, where two values are compared together with `via`.
        var rarest = keys.MinBy(key => counts[key])!;
        var ordered = keys.OrderBy(key => key == rarest ? 0 : key.IsOwn ? 2 : 1).ThenBy(key => counts[key]).ToList();
        if (counts[rarest] < Window)
            return counts[rarest] == 0 ? [] : await RunAsync(ordered, filter, limit, cancellation);

        var found = new List<long>();
        while (found.Count < limit)
        {
            var end = await WindowEndAsync(rarest.Key, filter, cancellation);
            var window = end is null ? filter : filter.Ascending ? filter with { High = end.Value } : filter with { Low = end.Value - 1 };
            found.AddRange(await RunAsync(ordered, window, limit - found.Count, cancellation));
            if (end is null)
                break;
            filter = filter.From(end.Value);
        }

        return found;
    }

    private async Task<List<long>> RunAsync(List<Condition> ordered, KeyFilter filter, int limit, CancellationToken cancellation)
    {
        var sql = Directed(FindStored.Replace("/* condition */ 1", Nest(ordered, ordered.Count - 1), StringComparison.Ordinal), filter);
        var found = new List<long>();
        while (found.Count < limit)
        {
            var wanted = limit - found.Count;
            var parameters = SpanOf(filter).Add("limit", wanted);
            for (var i = 0; i < ordered.Count; i++)
                parameters.Add($"key{i}", ordered[i].Key);
            var read = await ReadAsync(sql, parameters, cancellation);
            // A statement comes once for each that it has the value from.
            found.AddRange(read.Distinct());
            if (read.Count < wanted)
                break;
            filter = filter.From(read[^1]);
        }

        return found;
    }

    private static string Nest(List<Condition> keys, int last)
    {
        var condition = $"key = {{key{last}:UInt64}} AND {InSpan}{(keys[last].IsOwn ? " AND via = fromUnixTimestamp64Micro(0, 'UTC')" : "")}";
        if (last == 0)
            return condition;
        var compared = keys[last].IsOwn || keys[last - 1].IsOwn ? "stored" : "stored, via";
        return $"{condition}\n  AND ({compared}) IN (SELECT {compared} FROM statement_keys WHERE {Nest(keys, last - 1)})";
    }

    /// <summary>How often each occurs, counted up to <see cref="Window"/>.</summary>
    private async Task<Dictionary<Condition, long>> CountAsync(List<Condition> keys, KeyFilter filter, CancellationToken cancellation)
    {
        var parameters = SpanOf(filter);
        var counts = keys.Select((key, i) =>
        {
            parameters.Add($"key{i}", key.Key);
            return $"SELECT {i}, count() FROM (SELECT key FROM statement_keys WHERE key = {{key{i}:UInt64}} AND {InSpan} LIMIT {Window})";
        }).ToList();
        var counted = new Dictionary<Condition, long>();
        var rows = clickHouse.StreamBinaryAsync(
            string.Join(" UNION ALL ", counts), parameters, static (ref RowBinaryReader reader) => (Index: reader.ReadByte(), Count: reader.ReadInt64()), cancellation);
        await foreach (var row in rows)
            counted[keys[row.Index]] = row.Count;
        return counted;
    }

    private async Task<long?> WindowEndAsync(ulong key, KeyFilter filter, CancellationToken cancellation)
    {
        var parameters = SpanOf(filter).Add("key", key).Add("window", Window - 1);
        return (await ReadAsync(Directed(FindWindowEnd, filter), parameters, cancellation)) is [var end] ? end : null;
    }

    private async Task<List<long>> ReadAsync(string sql, QueryParameters parameters, CancellationToken cancellation)
    {
        var moments = new List<long>();
        await foreach (var moment in clickHouse.StreamBinaryAsync(sql, parameters, static (ref RowBinaryReader reader) => reader.ReadInt64(), cancellation))
            moments.Add(moment);
        return moments;
    }

    private static QueryParameters SpanOf(KeyFilter filter) =>
        new QueryParameters().Add("low", Micros.Moment(filter.Low)).Add("high", Micros.Moment(filter.High));

    private static string Directed(string sql, KeyFilter filter) =>
        sql.Replace("/* direction */ DESC", filter.Ascending ? "ASC" : "DESC", StringComparison.Ordinal);

    /// <param name="IsOwn">Of the statement itself, not of one it refers to.</param>
    private sealed record Condition(ulong Key, bool IsOwn);
}
