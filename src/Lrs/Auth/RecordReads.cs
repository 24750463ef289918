using System.Threading.Channels;
using Analytics.Relational;
using Dapper;

namespace Lrs.Auth;

/// <summary>
/// The access log: who read whose record, and why. A write returns when it is on disk, so that no record is shown whose reading could be
/// lost; reads at the same time share one commit.
/// </summary>
internal sealed class RecordReads(RelationalStore store, TimeProvider clock, ILogger<RecordReads> logger) : BackgroundService
{
    private const int MaxPerCommit = 1_000;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);

    private const string Insert = "INSERT INTO record_reads (read_at, caller, person_id, agency_code, purpose) VALUES (@ReadAt, @Caller, @PersonId, @AgencyCode, @Purpose)";

    private readonly Channel<Entry> _waiting = Channel.CreateBounded<Entry>(MaxPerCommit);

    /// <summary>Call it before the record is answered.</summary>
    /// <param name="purpose">Why, in a word or two: "transcript", "people list".</param>
    public Task WriteAsync(Caller caller, RecordRead read, string purpose, CancellationToken cancellationToken) =>
        WriteAsync(caller, [read], purpose, cancellationToken);

    /// <summary>A look without signing in, where there is one.</summary>
    public Task WritePublicAsync(Guid personId, string purpose, CancellationToken cancellationToken) =>
        WriteAsync("public", [new RecordRead(personId, "")], purpose, cancellationToken);

    public Task WriteAsync(Caller caller, IReadOnlyCollection<RecordRead> reads, string purpose, CancellationToken cancellationToken) =>
        WriteAsync(caller.AuthorityKey, reads, purpose, cancellationToken);

    private async Task WriteAsync(string who, IReadOnlyCollection<RecordRead> reads, string purpose, CancellationToken cancellationToken)
    {
        if (reads.Count == 0)
            return;
        var entry = new Entry(clock.GetUtcNow(), who, reads, purpose);
        if (_waiting.Writer.TryWrite(entry) || await WriteWhenRoomAsync(entry, cancellationToken))
            await entry.Kept.Task.WaitAsync(cancellationToken);
        else
            await KeepAsync([entry]);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not stopped by the token but by the end of the queue: what was asked for before the stop is still kept.
        var batch = new List<Entry>();
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < MaxPerCommit && _waiting.Reader.TryRead(out var entry))
                batch.Add(entry);
            await KeepUntilItWorksAsync(batch);
        }
    }

    private async ValueTask<bool> WriteWhenRoomAsync(Entry entry, CancellationToken cancellationToken)
    {
        while (await _waiting.Writer.WaitToWriteAsync(cancellationToken))
            if (_waiting.Writer.TryWrite(entry))
                return true;
        return false;
    }

    private async Task KeepUntilItWorksAsync(List<Entry> batch)
    {
        while (true)
        {
            try
            {
                await KeepAsync(batch);
                return;
            }
            catch (Exception exception)
            {
                // Whatever the store's trouble is: the callers wait (or give up), and nothing is shown unlogged meanwhile.
                logger.RecordReadsNotKept(exception, batch.Count);
                await Task.Delay(RetryAfter, clock);
            }
        }
    }

    private async Task KeepAsync(List<Entry> batch)
    {
        var rows = batch.SelectMany(
            entry => entry.Reads, (entry, read) => new { entry.ReadAt, entry.Caller, read.PersonId, read.AgencyCode, entry.Purpose });
        await store.WriteAsync((connection, transaction) => connection.ExecuteAsync(Insert, rows, transaction), CancellationToken.None);
        foreach (var entry in batch)
            entry.Kept.TrySetResult();
    }

    private sealed record Entry(DateTimeOffset ReadAt, string Caller, IReadOnlyCollection<RecordRead> Reads, string Purpose)
    {
        public TaskCompletionSource Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Whose record was read, and of which agency they were in it: its administrators see the line in the log.</summary>
internal sealed record RecordRead(Guid PersonId, string AgencyCode)
{
    /// <summary>A list of learners whom the registry does not know.</summary>
    public static readonly RecordRead OfNobodyKnown = new(Guid.Empty, "");
}
