using Analytics.Streaming;

namespace Testing;

/// <summary>No stream: statements are put into the table by the test itself, so whoever reads must look.</summary>
public sealed class NoStream : IStatementStream
{
    public DateTimeOffset ConsistentThrough => DateTimeOffset.UnixEpoch;

    public DateTimeOffset StoredThrough => DateTimeOffset.MaxValue;

    public bool IsReady => false;

    public Task<PublishResult> PublishAsync(IReadOnlyList<AcceptedStatement> statements, CancellationToken cancellation) =>
        Task.FromResult(new PublishResult(PublishOutcome.Unavailable));

    public Task CatchUpAsync(CancellationToken cancellation) => Task.CompletedTask;
}
