using System.Diagnostics;
using System.Threading.Channels;
using Analytics.Ingest;
using Analytics.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming;

/// <summary>
/// The statement stream of a single machine: whatever requests wait while one insert runs go together into the next (group commit), and
/// each is answered only after ClickHouse has its rows on disk. One loop stores, so one place sees all copies of an id.
/// </summary>
public sealed class EmbeddedStatementStream(
    StatementsTableWriter writer,
    SchemaReady schema,
    TimeProvider clock,
    IOptions<EmbeddedStreamOptions> options,
    ILogger<EmbeddedStatementStream> logger) : BackgroundService, IStatementStream
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(100);

    private readonly Channel<PendingRequest> _waiting = Channel.CreateUnbounded<PendingRequest>(new() { SingleReader = true });
    private readonly KnownStatementIds _knownIds = new();
    private readonly StoredBefore _storedBefore = new(writer);
    private readonly InFlight _inFlight = new(clock);
    private long _waitingBytes;
    private int _waitingRequests;
    private volatile int _expected;
    private volatile TaskCompletionSource? _gathering;
    private volatile bool _isAway;
    private DateTimeOffset _lastStored;

    public DateTimeOffset ConsistentThrough => _inFlight.ConsistentThrough;

    public bool IsReady => schema.IsReady && !_isAway;

    public async Task<PublishResult> PublishAsync(IReadOnlyList<AcceptedStatement> statements, CancellationToken cancellation)
    {
        if (statements.Count == 0)
            return new PublishResult(PublishOutcome.Published);

        var request = new PendingRequest([.. statements.Select(statement => new EncodedRow(StatementRowMapper.Map(statement)))]);
        if (!IsReady || Interlocked.Read(ref _waitingBytes) + request.Bytes > options.Value.MaxWaitingBytes)
            return new PublishResult(PublishOutcome.Unavailable);

        Interlocked.Add(ref _waitingBytes, request.Bytes);
        Interlocked.Increment(ref _waitingRequests);
        if (!_waiting.Writer.TryWrite(request))
            request.Answer(new PublishResult(PublishOutcome.Unavailable));
        if (Volatile.Read(ref _waitingRequests) >= _expected)
            _gathering?.TrySetResult();
        // A client that goes away does not take its statements back: the group is stored, and its bytes wait, all the same.
        return await request.Answered.WaitAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WaitAsync(stoppingToken);
        var (count, lastStored) = await _storedBefore.SummaryAsync(stoppingToken);
        _lastStored = lastStored;
        _knownIds.Reset(count);
        var loading = _storedBefore.LoadAsync(_knownIds, stoppingToken);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                await LingerAsync(stoppingToken);
                var group = TakeGroup();
                await StoreGroupAsync(group);
                _expected = group.Count + Volatile.Read(ref _waitingRequests);
            }
        }
        finally
        {
            await DrainAsync();
            await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Clients that were just answered send their next request within a moment. Without waiting for them, half of them would always wait
    /// for an insert of the other half, and inserts cost by the insert, not by the row. A lone client never waits.
    /// </summary>
    private async Task LingerAsync(CancellationToken stopping)
    {
        var gathering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gathering = gathering;
        if (Volatile.Read(ref _waitingRequests) < _expected)
            await gathering.Task.WaitAsync(options.Value.LingerAtMost, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _gathering = null;
    }

    private List<PendingRequest> TakeGroup()
    {
        var group = new List<PendingRequest>();
        var rows = 0;
        while (rows < options.Value.MaxGroupRows && _waiting.Reader.TryRead(out var request))
        {
            group.Add(request);
            rows += request.Rows.Count;
            Interlocked.Decrement(ref _waitingRequests);
        }

        return group;
    }

    /// <summary>Three endings: stored; a conflict, answered so; try again until <see cref="EmbeddedStreamOptions.TryAgainFor"/> is over.</summary>
    private async Task StoreGroupAsync(List<PendingRequest> requests)
    {
        var group = new StatementGroup(requests);
        using var writing = _inFlight.Begin();
        try
        {
            await TryToStoreAsync(group);
        }
        finally
        {
            // Whatever happened, nobody is left without an answer; one that was given stays.
            group.AnswerUnavailable();
            Interlocked.Add(ref _waitingBytes, -requests.Sum(request => request.Bytes));
        }
    }

    private async Task TryToStoreAsync(StatementGroup group)
    {
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await StoreOnceAsync(group, lookAtAll: attempt > 0);
                _isAway = false;
                return;
            }
            // Any failure: this is the only loop that stores, so nothing may end it.
            catch (Exception e)
            {
                logger.TryingAgain(e, group.NewRows.Count);
                Telemetry.TriedAgain.Add(1);
                _isAway = true;
                if (Stopwatch.GetElapsedTime(started) < options.Value.TryAgainFor)
                {
                    await Task.Delay(RetryEvery);
                    continue;
                }

                _ = WatchForReturnAsync();
                return;
            }
        }
    }

    private async Task StoreOnceAsync(StatementGroup group, bool lookAtAll)
    {
        // After an insert of unknown outcome the rows may be there: then every id is looked up, so that none is stored twice.
        var maybeKnown = group.Ids.Where(id => lookAtAll || _knownIds.MayContain(id)).ToHashSet();
        var known = maybeKnown.Count == 0 ? [] : await writer.FindFingerprintsAsync(maybeKnown, CancellationToken.None);
        group.Decide(known);

        if (group.NewRows.Count > 0)
        {
            var storing = Stopwatch.GetTimestamp();
            _lastStored = group.Stamp(clock.GetUtcNow(), _inFlight.Later(_lastStored));
            // TRICKY: before the insert. One whose outcome stays unknown may have stored them: when they come again, they are looked up.
            foreach (var row in group.NewRows)
                _knownIds.Add(row.Id);
            await writer.StoreAsync(group.NewRows, CancellationToken.None);
            logger.GroupStored(group.NewRows.Count, group.RequestCount, Stopwatch.GetElapsedTime(storing));
        }

        group.AnswerPublished();
    }

    private async Task WatchForReturnAsync()
    {
        await _storedBefore.SummaryAsync(CancellationToken.None);
        _isAway = false;
    }

    // A normal stop stores what was still waiting, then answers: nobody is left without one.
    private async Task DrainAsync()
    {
        _waiting.Writer.TryComplete();
        while (TakeGroup() is { Count: > 0 } group)
            await StoreGroupAsync(group);
    }
}
