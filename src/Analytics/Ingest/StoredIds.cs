using Analytics.Streaming;
using Microsoft.Extensions.Logging;

namespace Analytics.Ingest;

/// <summary>
/// Tells which statement ids surely are not stored, so that only what may be a repetition is looked up. Sound for the partitions that this
/// process holds, since nobody else stores their ids. Until those that others stored are read, every id means "look".
/// </summary>
internal sealed class StoredIds(StatementsTableWriter table, IngestProgress progress, ILogger logger, CancellationToken stopping)
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(1);
    private static readonly DateTimeOffset Latest = Micros.Moment(Micros.Most);

    private volatile Filter _filter = new(new KnownStatementIds());
    private DateTimeOffset _through = DateTimeOffset.UnixEpoch;

    /// <summary>Ends when what the last claim made necessary is read.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    public bool MayContain(Guid id) => !_filter.IsComplete || _filter.Ids.MayContain(id);

    /// <summary>This process has stored them.</summary>
    public void Add(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
            _filter.Ids.Add(id);
        if (_filter.Ids.IsFull)
            ReadNew();
    }

    /// <summary>Partitions were claimed, and the inserts of whoever held them before have ended: reads what those stored.</summary>
    public void ReadNew()
    {
        // One that is full by now says "look" too often: a larger one is filled from the beginning.
        _filter = new Filter(_filter.Ids.IsFull ? new KnownStatementIds() : _filter.Ids);
        Reading = ReadAsync(Reading, _filter);
    }

    private async Task ReadAsync(Task before, Filter filter)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        while (!filter.IsComplete)
        {
            try
            {
                await FillAsync(filter);
            }
            // Any failure: until it is filled every id is looked up, and nothing is wrong.
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                logger.ReadingIdsAgain(e);
                await Task.Delay(RetryEvery, stopping);
            }
        }
    }

    private async Task FillAsync(Filter filter)
    {
        // Before reading: what others store later is later than this.
        var through = Micros.Moment(progress.StoredThrough);
        if (filter.Ids.IsEmpty)
        {
            // TRICKY: whatever was added to it before this is in the table, and is read.
            filter.Ids.Reset((await table.SummaryAsync(stopping)).Count);
            _through = DateTimeOffset.UnixEpoch;
        }

        await foreach (var id in table.ReadIdsAsync(_through, Latest, stopping))
            filter.Ids.Add(id);
        filter.Ids.Loaded();
        _through = through;
        filter.IsComplete = true;
    }

    private sealed class Filter(KnownStatementIds ids)
    {
        public KnownStatementIds Ids { get; } = ids;

        public volatile bool IsComplete;
    }
}
