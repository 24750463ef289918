using Analytics.ClickHouse;
using Analytics.Ingest;

namespace Analytics.Streaming.Embedded;

/// <summary>What the table held when this process started; asked again and again while ClickHouse is away.</summary>
internal sealed class StoredBefore(StatementsTableWriter writer)
{
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

    public static bool IsAway(Exception e) => e is ClickHouseUnavailableException or ClickHouseException;
}
