using System.Collections.Concurrent;
using System.Data.Common;
using Analytics.ClickHouse;
using Analytics.Relational;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Jobs.Turns;

/// <summary>
/// Whose turn it is to run a job, among all processes on one relational store: a row a job, held for half a minute and renewed every ten
/// seconds. A turn goes round by name of the process, so within one process <see cref="JobRunner"/> keeps its own order.
/// </summary>
/// <remarks>The hosts' clocks are taken to agree within <see cref="HeldFor"/> less <see cref="RenewedEvery"/>, 20 seconds.</remarks>
public sealed class JobTurns(RelationalStore store, ProcessMark process, TimeProvider clock, ILogger<JobTurns> logger)
{
    public static readonly TimeSpan HeldFor = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan RenewedEvery = TimeSpan.FromSeconds(10);

    private const string Interrupted = "Interrupted: the process ended before the run did.";
    private static readonly DateTimeOffset LikeAllWhoWait = DateTimeOffset.MaxValue;
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromMilliseconds(200);

    private static readonly string Take = EmbeddedSql.Load<JobTurns>("TakeJobTurn");
    private static readonly string FailBefore = EmbeddedSql.Load<JobTurns>("FailRunsBeforeTurn");
    private static readonly string FailWithout = EmbeddedSql.Load<JobTurns>("FailRunsWithoutTurn");
    private static readonly string Renew = EmbeddedSql.Load<JobTurns>("RenewJobTurn");
    private static readonly string Return = EmbeddedSql.Load<JobTurns>("ReturnJobTurn");

    private readonly ConcurrentDictionary<string, JobTurn> _held = new(StringComparer.Ordinal);

    /// <summary>The turn, as soon as no other process has it; null where the time of the clock was served before, here or elsewhere.</summary>
    public async Task<JobTurn?> WaitAsync(string job, DateTimeOffset? ring, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryTakeAsync(job, ring, LikeAllWhoWait, cancellationToken) is { } turn)
                return turn;
            if (ring is not null && await WasServedAsync(job, ring.Value, cancellationToken))
                return null;
            await AskForAsync(job, cancellationToken);
            await Task.Delay(AskedAgainAfter, clock, cancellationToken);
        }
    }

    /// <summary>
    /// For a job that runs every few seconds: the turn that this process has kept, which costs no write, or one that is free; null where
    /// another process has it, or waits for it: what this one has is then given up.
    /// </summary>
    public async Task<JobTurn?> KeepOrTakeAsync(string job, CancellationToken cancellationToken)
    {
        if (!_held.TryGetValue(job, out var turn) || turn.Until < clock.GetUtcNow())
            return await TryTakeAsync(job, null, clock.GetUtcNow(), cancellationToken);
        if (!await IsWantedAsync(job, cancellationToken))
            return turn;
        await ReturnAsync(job);
        return null;
    }

    /// <summary>Also while stopping: a turn that is not given back is one that others have to wait for.</summary>
    public async Task ReturnAsync(string job)
    {
        if (!_held.TryRemove(job, out var turn))
            return;
        using (turn)
            await store.WriteAsync(Return, new { job, holder = process.Name, lastSuccess = turn.LastSuccess }, CancellationToken.None);
    }

    public async Task ReturnAllAsync()
    {
        foreach (var job in _held.Keys)
            await ReturnAsync(job);
    }

    /// <summary>Keeps what this process has; what it could not keep in time is lost, and a run under it is told to stop.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        foreach (var turn in _held.Values)
        {
            try
            {
                var until = clock.GetUtcNow() + HeldFor;
                var mine = await store.WriteAsync(
                    Renew, new { job = turn.Job, holder = process.Name, until, lastSuccess = turn.LastSuccess }, cancellationToken);
                if (mine > 0)
                    turn.Until = until;
                else
                    Lose(turn);
            }
            catch (DbException exception)
            {
                logger.TurnNotRenewed(exception, turn.Job);
                if (turn.Until < clock.GetUtcNow())
                    Lose(turn);
            }
        }
    }

    /// <summary>At start: the jobs are known from now on, turns of processes that died here are free, and their runs have failed.</summary>
    /// <returns>How many runs were interrupted.</returns>
    public async Task<int> BeginAsync(IEnumerable<string> jobs, CancellationToken cancellationToken)
    {
        const string know = "INSERT INTO job_turns (job, known_since) VALUES (@job, @now) ON CONFLICT (job) DO NOTHING";
        const string free = "UPDATE job_turns SET holder = NULL, held_until = NULL WHERE holder = @dead";
        var (now, dead) = (clock.GetUtcNow(), process.Dead());
        var interrupted = await store.WriteAsync(
            async (connection, transaction) =>
            {
                foreach (var job in jobs)
                    await connection.ExecuteAsync(know, new { job, now }, transaction);
                foreach (var name in dead)
                    await connection.ExecuteAsync(free, new { dead = name }, transaction);
                return await connection.ExecuteAsync(FailWithout, new { now, error = Interrupted }, transaction);
            },
            cancellationToken);
        foreach (var name in dead)
            process.Forget(name);
        return interrupted;
    }

    /// <param name="after">Left to those who wait for the turn until this moment or longer.</param>
    private async Task<JobTurn?> TryTakeAsync(string job, DateTimeOffset? ring, DateTimeOffset after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + HeldFor;
        var (taken, interrupted) = await store.WriteAsync(
            async (connection, transaction) =>
                await connection.ExecuteAsync(Take, new { job, now, holder = process.Name, until, ring, after }, transaction) == 0
                    ? (false, 0)
                    : (true, await connection.ExecuteAsync(FailBefore, new { job, now, error = Interrupted }, transaction)),
            cancellationToken);
        if (interrupted > 0)
            logger.RunsWereInterrupted(interrupted);
        if (!taken)
            return null;
        if (_held.TryGetValue(job, out var held))
        {
            held.Until = until;
            return held;
        }

        return _held[job] = new JobTurn(job, until);
    }

    private async Task<bool> WasServedAsync(string job, DateTimeOffset ring, CancellationToken cancellationToken) =>
        await store.ReadOneAsync<string>("SELECT job FROM job_turns WHERE job = @job AND last_ring >= @ring", new { job, ring }, cancellationToken) is not null;

    private async Task<bool> IsWantedAsync(string job, CancellationToken cancellationToken) =>
        await store.ReadOneAsync<string>(
            "SELECT job FROM job_turns WHERE job = @job AND wanted_until >= @now", new { job, now = clock.GetUtcNow() }, cancellationToken) is not null;

    /// <summary>Written down where it is not already.</summary>
    private Task AskForAsync(string job, CancellationToken cancellationToken)
    {
        const string ask = "UPDATE job_turns SET wanted_until = @until WHERE job = @job AND (wanted_until IS NULL OR wanted_until < @soon)";
        var now = clock.GetUtcNow();
        return store.WriteAsync(ask, new { job, soon = now + (RenewedEvery / 2), until = now + RenewedEvery }, cancellationToken);
    }

    private void Lose(JobTurn turn)
    {
        // Not where it was given back meanwhile, or taken anew.
        if (!_held.TryRemove(KeyValuePair.Create(turn.Job, turn)))
            return;
        logger.TurnLost(turn.Job);
        turn.Lose();
    }
}
