using Analytics.Intake;
using Microsoft.Extensions.Options;

namespace Lrs.Intake;

/// <summary>
/// Counts refused requests, in memory first: noting one costs no write, and a flood of them becomes a few rows every few seconds. What
/// was noted since the last write is lost when the process is killed; the platform has the answer, and no statement was promised.
/// </summary>
internal sealed class Refusals(RefusalTable table, IOptions<IntakeOptions> options, TimeProvider clock, ILogger<Refusals> logger) : BackgroundService
{
    private readonly Lock _gate = new();
    private PendingRefusals _pending = new(options.Value.MaxReasonsPerDay);

    public void Note(string provider, string request, RefusalReason reason, int? statementIndex)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
            _pending.Add(new Refusal(provider, now, request, reason, statementIndex), IntakeQueries.DayOf(now));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    /// <summary>Writes what is pending; where that fails it stays pending.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        PendingRefusals taken;
        lock (_gate)
        {
            if (_pending.IsEmpty)
                return;
            taken = _pending;
            _pending = new PendingRefusals(options.Value.MaxReasonsPerDay);
        }

        try
        {
            await table.AddAsync(taken, cancellationToken);
        }
        catch (Exception exception)
        {
            // Whatever the store's trouble is: counting must never stop the service.
            lock (_gate)
                _pending.AddEarlier(taken);
            logger.RefusalsNotWritten(exception);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.FlushEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping writes the rest.
        }
    }
}
