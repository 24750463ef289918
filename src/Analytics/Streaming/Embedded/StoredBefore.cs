using Analytics.ClickHouse;
using Analytics.Ingest;

namespace Analytics.Streaming.Embedded;

/// <summary>What the table held when this process started; asked again and again while ClickHouse is away.</summary>
internal sealed class StoredBefore(StatementsTableWriter writer)
{
    private const int IdsAtOnce = 10_000;
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How many statements there are, and the latest <c>stored</c>: what is stored next must be later, whatever the clock says.</summary>
    public async Task<(long Count, DateTimeOffset LastStored)> SummaryAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await writer.SummaryAsync(cancellation);
            }
            catch (Exception e) when (IsAway(e))
            {
                await Task.Delay(RetryEvery, cancellation);
            }
        }
    }

    /// <summary>Those of the rows whose ids are not stored: what is left to do after a crash, or after an insert whose outcome is not known.</summary>
    public async Task<List<EncodedRow>> NotStoredAsync(IReadOnlyCollection<EncodedRow> rows, CancellationToken cancellation)
    {
        var left = new List<EncodedRow>();
        foreach (var some in rows.Chunk(IdsAtOnce))
        {
            var stored = await StoredIdsAsync([.. some.Select(row => row.Id)], cancellation);
            left.AddRange(some.Where(row => !stored.Contains(row.Id)));
        }

        return left;
    }

    /// <summary>Adds every stored id.</summary>
    public async Task LoadAsync(KnownStatementIds ids, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await foreach (var id in writer.ReadIdsAsync(cancellation))
                    ids.Add(id);
                ids.Loaded();
                return;
            }
            catch (Exception e) when (IsAway(e))
            {
                await Task.Delay(RetryEvery, cancellation);
            }
        }
    }

    private async Task<HashSet<Guid>> StoredIdsAsync(List<Guid> ids, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return [.. (await writer.FindFingerprintsAsync(ids, cancellation)).Keys];
            }
            catch (Exception e) when (IsAway(e))
            {
                await Task.Delay(RetryEvery, cancellation);
            }
        }
    }

    public static bool IsAway(Exception e) => e is ClickHouseUnavailableException or ClickHouseException;
}
