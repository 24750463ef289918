using System.Diagnostics;
using Analytics.Ingest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Streaming.Embedded;

/// <summary>
/// Brings what the journal has into ClickHouse, in the order of <c>stored</c> and in few large inserts. It never gives up: what was
/// acknowledged is tried again until ClickHouse has it, or the process ends and the next one reads the journal.
/// </summary>
internal sealed class BlockStorer(
    PendingStatements pending, StatementJournal journal, StatementsTableWriter writer, StoredBefore storedBefore, StreamClaim claim,
    IOptions<EmbeddedStreamOptions> options, ILogger<BlockStorer> logger)
{
    private volatile bool _isAway;

    /// <summary>Whether the last insert failed, and ClickHouse was not seen since.</summary>
    public bool IsAway => _isAway;

    /// <summary>Until what is pending is closed and stored; or until another process stores in its place, and nothing is accepted any more.</summary>
    public async Task RunAsync(CancellationToken givingUp)
    {
        try
        {
            await StoreAllAsync(givingUp);
        }
        catch (FencedException)
        {
            _isAway = true;
            logger.ServerWasTaken();
        }
    }

    private async Task StoreAllAsync(CancellationToken givingUp)
    {
        while (await pending.WaitForBlockAsync(options.Value.MaxGroupRows, options.Value.LingerAtMost))
        {
            var block = pending.Oldest(options.Value.MaxGroupRows);
            await StoreAsync(block, givingUp);
            pending.Stored(block.Count);
            journal.Release(pending.StoredThrough);
        }
    }

    private async Task StoreAsync(IReadOnlyList<EncodedRow> block, CancellationToken givingUp)
    {
        while (block.Count > 0)
        {
            try
            {
                var started = Stopwatch.GetTimestamp();
                var held = await claim.HoldAsync(givingUp);
                await (held is null ? writer.StoreAsync(block, givingUp) : writer.StoreAsync(block, held, givingUp));
                logger.BlockStored(block.Count, Stopwatch.GetElapsedTime(started));
                return;
            }
            // Any failure: this is the only loop that stores, so nothing may end it.
            catch (Exception e) when (e is not FencedException && !givingUp.IsCancellationRequested)
            {
                logger.TryingAgain(e, block.Count);
                Telemetry.TriedAgain.Add(1);
                _isAway = true;
            }

            // Its outcome is not known: the rows may be there, or still on their way.
            claim.Forget();
            await StoredBefore.AskAsync(() => claim.HoldAsync(givingUp), givingUp);
            block = await storedBefore.NotStoredAsync(block, givingUp);
            _isAway = false;
        }
    }
}
