using System.Text.Json;
using Analytics.ClickHouse;
using Analytics.Ingest;
using Analytics.Statements.Index;

namespace Analytics.Statements;

/// <summary>Reads statements back: one by its id, or a page by a filter. Voided ones are left out (xAPI Data 2.3.2).</summary>
public sealed class StatementReader(ClickHouseClient clickHouse, KeyIndex index)
{
    private static readonly string FindStatement = EmbeddedSql.Load<StatementReader>(nameof(FindStatement));
    private static readonly string FindVoided = EmbeddedSql.Load<StatementReader>(nameof(FindVoided));
    private static readonly string FindOthersStatement = EmbeddedSql.Load<StatementReader>(nameof(FindOthersStatement));

    /// <summary>In one parameter, of which ClickHouse reads 128 KiB.</summary>
    private const int IdsAtOnce = 1_000;

    /// <summary>A page ends early when its statements are this long together: each alone may have megabytes.</summary>
    private const long MostPageBytes = 32L * 1024 * 1024;

    /// <summary>The statement of this id, and whether it is voided; null where there is none.</summary>
    /// <param name="authority">Only if it is this authority's; null for any.</param>
    public async Task<(StoredStatement Statement, bool IsVoided)?> FindAsync(Guid id, string? authority, CancellationToken cancellation)
    {
        await index.CatchUpAsync(cancellation);
        // At once with the other: both are short, and most of it is the way there.
        var voided = FindVoidedAsync([id], cancellation);
        StoredStatement? found = null;
        if (await PlacesOfAsync([FilterKey.Id(id)], cancellation) is { Count: > 0 } places)
        {
            await foreach (var statement in clickHouse.StreamBinaryAsync(FindStatement, new QueryParameters().Add("places", places), Read, cancellation))
            {
                if (statement.Id == id && (authority is null || statement.Authority == authority))
                    found = statement;
            }
        }

        var isVoided = (await voided).Contains(id);
        // A statement that voids cannot be voided itself.
        return found is null ? null : (found, isVoided && !found.IsVoiding);
    }

    /// <summary>One of these statements that is stored and of another authority; null where there is none.</summary>
    public async Task<Guid?> FindOthersAsync(IReadOnlyCollection<Guid> ids, string authority, CancellationToken cancellation)
    {
        await index.CatchUpAsync(cancellation);
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            if (await PlacesOfAsync(Array.ConvertAll(some, FilterKey.Id), cancellation) is not { Count: > 0 } places)
                continue;
            var parameters = new QueryParameters().Add("ids", some).Add("places", places).Add("authority", authority);
            await foreach (var id in clickHouse.StreamBinaryAsync(FindOthersStatement, parameters, static (ref RowBinaryReader reader) => reader.ReadGuid(), cancellation))
                return id;
        }

        return null;
    }

    /// <summary>The next page. A voided statement never shows, also when it was voided after the page before.</summary>
    public async Task<StatementPage> ListAsync(StatementFilter filter, CancellationToken cancellation)
    {
        await index.CatchUpAsync(cancellation);
        var search = KeyFilter.Of(filter, filter.Authority is { } authority ? KeyOf(authority) : null);
        var page = new List<StoredStatement>();
        var bytes = 0L;
        while (true)
        {
            // One more than asked for tells whether there is a next page.
            var (rows, last) = await ReadNextAsync(search, filter.Authority, filter.Limit + 1 - page.Count, MostPageBytes - bytes, cancellation);
            bytes += rows.Sum(row => (long)row.Raw.Length);
            var voided = await FindVoidedAsync([.. rows.Where(row => !row.IsVoiding).Select(row => row.Id)], cancellation);
            page.AddRange(rows.Where(row => !voided.Contains(row.Id)));
            if (page.Count > filter.Limit || last is null)
                return Cut(page, filter.Limit);
            if (bytes >= MostPageBytes)
                return new StatementPage(page, Micros.Moment(last.Value));
            search = search.From(last.Value);
        }
    }

    /// <summary>The next statements, voided ones among them, and the <c>stored</c> up to which was read; null where there are no more.</summary>
    private async Task<(List<StoredStatement> Rows, long? Last)> ReadNextAsync(
        KeyFilter search, string? authority, int wanted, long mostBytes, CancellationToken cancellation)
    {
        var moments = search.HasKeys ? await index.FindAsync(search, wanted, cancellation) : null;
        var rows = new List<StoredStatement>();
        if (moments is { Count: 0 })
            return (rows, null);
        var (sql, parameters) = moments is null ? ListStatements.InSpan(search, wanted) : ListStatements.At(moments, search, authority);
        await foreach (var row in clickHouse.StreamBinaryAsync(sql, parameters, Read, cancellation))
        {
            rows.Add(row);
            mostBytes -= row.Raw.Length;
            if (mostBytes <= 0)
                return (rows, Micros.Of(row.Stored));
        }

        if ((moments?.Count ?? rows.Count) < wanted)
            return (rows, null);
        return (rows, moments?[^1] ?? Micros.Of(rows[^1].Stored));
    }

    private static StatementPage Cut(List<StoredStatement> page, int limit) =>
        page.Count <= limit ? new StatementPage(page, null) : new StatementPage(page[..limit], page[limit - 1].Stored);

    private async Task<HashSet<Guid>> FindVoidedAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var voided = new HashSet<Guid>();
        // Looking for fifty that nothing refers to would cost as much as finding the page.
        ids.RemoveAll(id => !index.MayBeReferredTo(id));
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            if (await PlacesOfAsync(Array.ConvertAll(some, FilterKey.Voids), cancellation) is not { Count: > 0 } places)
                continue;
            await foreach (var id in clickHouse.StreamBinaryAsync(
                FindVoided, new QueryParameters().Add("places", places), static (ref RowBinaryReader reader) => reader.ReadGuid(), cancellation))
                voided.Add(id);
        }

        voided.IntersectWith(ids);
        return voided;
    }

    private async Task<List<DateTimeOffset>> PlacesOfAsync(IReadOnlyCollection<ulong> keys, CancellationToken cancellation) =>
        (await index.PlacesOfAsync(keys, cancellation)).ConvertAll(Micros.Moment);

    // Every statement can be found by its authority as a related agent.
    private static ulong KeyOf(string authority)
    {
        using var agent = JsonDocument.Parse(authority);
        return FilterKey.RelatedAgent(Ifi.Of(agent.RootElement));
    }

    private static StoredStatement Read(ref RowBinaryReader reader) => new(
        reader.ReadGuid(),
        reader.ReadMoment(),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadGuid() != Guid.Empty,
        reader.ReadBytes().ToArray());
}
