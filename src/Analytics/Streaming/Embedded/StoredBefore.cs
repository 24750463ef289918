using Analytics.ClickHouse;
using Analytics.Ingest;

namespace Analytics.Streaming.Embedded;

/// <summary>What the table held when this process started; asked again and again while ClickHouse is away.</summary>
internal sealed class StoredBefore(StatementsTableWriter writer)
{
    private const int IdsAtOnce = 10_000;
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>How many statements there are, and the latest <c>stored</c>: what is stored next must be later, whatever the clock says.</summary>
    public Task<(long Count, DateTimeOffset LastStored)> SummaryAsync(CancellationToken cancellation) =>
        AskAsync(() => writer.SummaryAsync(cancellation), cancellation);

    /// <summary>Those of the rows whose ids are not stored: what is left to do after a crash, or after an insert whose outcome is not known.</summary>
    public async Task<List<EncodedRow>> NotStoredAsync(IReadOnlyCollection<EncodedRow> rows, CancellationToken cancellation)
    {
        var left = new List<EncodedRow>();
        foreach (var some in rows.Chunk(IdsAtOnce))
        {
            var stored = await AskAsync(() => writer.FindFingerprintsAsync([.. some.Select(row => row.Id)], cancellation), cancellation);
            left.AddRange(some.Where(row => !stored.ContainsKey(row.Id)));
        }

        return left;
    }

    /// <summary>Adds every stored id.</summary>
    public Task LoadAsync(KnownStatementIds ids, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            await foreach (var id in writer.ReadIdsAsync(cancellation))
                ids.Add(id);
            ids.Loaded();
            return true;
        },
        cancellation);

    public static bool IsAway(Exception e) => e is ClickHouseUnavailableException or ClickHouseException;

    /// <summary>Asks until ClickHouse answers.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await question();
            }
            catch (Exception e) when (IsAway(e))
            {
                await Task.Delay(RetryEvery, cancellation);
            }
        }
    }
}
