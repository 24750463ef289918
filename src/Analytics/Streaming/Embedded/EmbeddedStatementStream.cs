using System.Diagnostics;
using System.Threading.Channels;
using Analytics.Ingest;
using Analytics.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Embedded;

/// <summary>
/// The statement stream of a single machine: whatever requests wait while one group is written go together into the next (group commit), and
/// each is answered when its group is in the journal on disk. From there they come into ClickHouse in large blocks, a moment later, or at once
/// where somebody reads. One loop accepts, so one place sees all copies of an id.
/// </summary>
public sealed class EmbeddedStatementStream : BackgroundService, IStatementStream
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(100);

    private readonly StatementsTableWriter _writer;
    private readonly SchemaReady _schema;
    private readonly EmbeddedStreamOptions _options;
    private readonly ILogger<EmbeddedStatementStream> _logger;
    private readonly Channel<PendingRequest> _waiting = Channel.CreateUnbounded<PendingRequest>(new() { SingleReader = true });
    private readonly KnownStatementIds _knownIds = new();
    private readonly StoredBefore _storedBefore;
    private readonly PendingStatements _pending;
    private readonly StatementJournal _journal;
    private readonly StreamClaim _claim;
    private readonly BlockStorer _storer;
    private long _waitingBytes;
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EmbeddedStatementStream(
        StatementsTableWriter writer, SchemaReady schema, TimeProvider clock, IOptions<DataOptions> data, IOptions<EmbeddedStreamOptions> options,
        StreamClaim claim, ILoggerFactory loggers)
    {
        (_writer, _schema, _options, _logger) = (writer, schema, options.Value, loggers.CreateLogger<EmbeddedStatementStream>());
        (_storedBefore, _pending) = (new StoredBefore(writer), new PendingStatements(clock));
        _journal = new StatementJournal(data, loggers.CreateLogger<StatementJournal>());
        _claim = claim;
        _storer = new BlockStorer(_pending, _journal, writer, _storedBefore, claim, options, loggers.CreateLogger<BlockStorer>());
    }

    public DateTimeOffset ConsistentThrough => _pending.ConsistentThrough;

    public DateTimeOffset StoredThrough => _pending.StoredThrough;

    public bool IsReady => _begun.Task.IsCompleted && !_storer.IsAway;

    public async Task<PublishResult> PublishAsync(IReadOnlyList<AcceptedStatement> statements, CancellationToken cancellation)
    {
        if (statements.Count == 0)
            return new PublishResult(PublishOutcome.Published);

        var request = new PendingRequest([.. statements.Select(PendingStatement.Of)]);
        if (!IsReady || Interlocked.Read(ref _waitingBytes) + _pending.Bytes + request.Bytes > _options.MaxWaitingBytes)
            return new PublishResult(PublishOutcome.Unavailable);

        Interlocked.Add(ref _waitingBytes, request.Bytes);
        if (!_waiting.Writer.TryWrite(request))
            request.Answer(new PublishResult(PublishOutcome.Unavailable));
        // A client that goes away does not take its statements back: the group is kept, and its bytes wait, all the same.
        return await request.Answered.WaitAsync(cancellation);
    }

    public async Task CatchUpAsync(CancellationToken cancellation) =>
        await StoreAcceptedAsync(cancellation).WaitAsync(_options.TryAgainFor, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public override void Dispose()
    {
        _journal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _schema.WaitAsync(stoppingToken);
        await _journal.TakeAsync(stoppingToken);
        await StoredBefore.AskAsync(
            async () =>
            {
                await _claim.TakeAsync(stoppingToken);
                return true;
            },
            stoppingToken);
        var left = await _storedBefore.NotStoredAsync(_journal.ReadLeft(), stoppingToken);
        if (left.Count > 0)
            _logger.JournalHadMore(left.Count);
        var (count, lastStored) = await _storedBefore.SummaryAsync(stoppingToken);
        _pending.Begin(lastStored, left);
        _knownIds.Reset(count + left.Count);
        left.ForEach(row => _knownIds.Add(row.Id));
        _begun.SetResult();
        using var givingUp = new CancellationTokenSource();
        var storing = _storer.RunAsync(givingUp.Token);
        var loading = _storedBefore.LoadAsync(_knownIds, stoppingToken);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
                await AcceptAsync(TakeGroup());
        }
        finally
        {
            await StopAsync(storing, givingUp);
            await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StoreAcceptedAsync(CancellationToken cancellation)
    {
        // What a process before this one accepted, too.
        await _begun.Task.WaitAsync(cancellation);
        await _pending.CatchUpAsync(cancellation);
    }

    private List<PendingRequest> TakeGroup()
    {
        var group = new List<PendingRequest>();
        var rows = 0;
        while (rows < _options.MaxGroupRows && _waiting.Reader.TryRead(out var request))
        {
            group.Add(request);
            rows += request.Statements.Count;
        }

        return group;
    }

    /// <summary>Three endings: kept; a conflict, answered so; not to be decided or kept now, which the sender is told to try again.</summary>
    private async Task AcceptAsync(List<PendingRequest> requests)
    {
        var group = new StatementGroup(requests);
        try
        {
            group.Decide(await FindKnownAsync(group));
            if (group.New.Count > 0)
                Keep(group.New);
            group.AnswerPublished();
        }
        // Any failure: this is the only loop that accepts, so nothing may end it.
        catch (Exception e)
        {
            _logger.NotAccepted(e, group.RequestCount);
        }
        finally
        {
            // Whatever happened, nobody is left without an answer; one that was given stays.
            group.AnswerUnavailable();
            Interlocked.Add(ref _waitingBytes, -requests.Sum(request => request.Bytes));
        }
    }

    private void Keep(IReadOnlyList<PendingStatement> statements)
    {
        _pending.Stamp(statements);
        try
        {
            var started = Stopwatch.GetTimestamp();
            _journal.Append(statements);
            _logger.GroupJournaled(statements.Count, Stopwatch.GetElapsedTime(started));
        }
        catch
        {
            _pending.Withdraw();
            throw;
        }

        foreach (var (_, row) in statements)
            _knownIds.Add(row.Id);
        _pending.Journaled();
    }

    /// <summary>The fingerprints of those of the group's ids that are taken. A new id costs no look-up.</summary>
    private async Task<Dictionary<Guid, UInt128>> FindKnownAsync(StatementGroup group)
    {
        // TRICKY: what is pending first. What is stored in between is then found by the look-up.
        var known = _pending.Find(group.Ids);
        var maybeStored = group.Ids.Where(id => !known.ContainsKey(id) && _knownIds.MayContain(id)).ToHashSet();
        if (maybeStored.Count == 0)
            return known;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                foreach (var (id, fingerprint) in await _writer.FindFingerprintsAsync(maybeStored, CancellationToken.None))
                    known[id] = fingerprint;
                return known;
            }
            catch (Exception e) when (StoredBefore.IsAway(e) && Stopwatch.GetElapsedTime(started) < _options.TryAgainFor)
            {
                await Task.Delay(RetryEvery);
            }
        }
    }

    // A normal stop answers what was still waiting and stores everything. Where ClickHouse is away, the journal keeps it for the next start.
    private async Task StopAsync(Task storing, CancellationTokenSource givingUp)
    {
        _waiting.Writer.TryComplete();
        while (TakeGroup() is { Count: > 0 } group)
            await AcceptAsync(group);
        _pending.Close();
        givingUp.CancelAfter(_options.TryAgainFor);
        await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!storing.IsCompletedSuccessfully)
            return;
        _journal.Close(_pending.StoredThrough);
        if (_pending.Bytes == 0)
            await _claim.ReleaseAsync(givingUp.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
