namespace Jobs.Turns;

/// <summary>The right to run a job now, which no other process has meanwhile.</summary>
public sealed class JobTurn(string job, DateTimeOffset until) : IDisposable
{
    private readonly CancellationTokenSource _lost = new();

    public string Job { get; } = job;

    public DateTimeOffset Until { get; set; } = until;

    /// <summary>The end of the newest run that succeeded; null where none did since it was last written down.</summary>
    public DateTimeOffset? LastSuccess { get; set; }

    /// <summary>Cancelled when the turn could not be renewed in time: another process may run the job now.</summary>
    public CancellationToken Lost => _lost.Token;

    public void Lose() => _lost.Cancel();

    public void Dispose() => _lost.Dispose();
}
