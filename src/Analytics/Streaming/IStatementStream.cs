namespace Analytics.Streaming;

/// <summary>
/// The way from an accepted statement to the store. Two implementations: in process, and over Kafka. Both keep the same promise: when
/// <see cref="PublishAsync"/> returns <see cref="PublishOutcome.Published"/>, the statements outlive any crash.
/// </summary>
public interface IStatementStream
{
    /// <summary>Publishes a request's statements, all or none.</summary>
    Task<PublishResult> PublishAsync(IReadOnlyList<AcceptedStatement> statements, CancellationToken cancellation);

    /// <summary>
    /// Every statement stored up to this moment can be queried: the value of <c>X-Experience-API-Consistent-Through</c>
    /// (xAPI Communication 2.1.3). Never ahead of the truth: bounded by the oldest write in flight.
    /// </summary>
    DateTimeOffset ConsistentThrough { get; }

    /// <summary>
    /// How far <c>statements</c> may be followed by ranges of <c>stored</c>: nothing is stored at or before it any more. As long as it stays
    /// the same, nothing new is to be found; <see cref="DateTimeOffset.MaxValue"/> where nothing is known: look.
    /// </summary>
    DateTimeOffset StoredThrough { get; }

    /// <summary>Waits, for a bounded time, until what was accepted before the call, by whichever process, is stored.</summary>
    Task CatchUpAsync(CancellationToken cancellation);

    /// <summary>Whether statements can be accepted now.</summary>
    bool IsReady { get; }
}

public enum PublishOutcome
{
    /// <summary>Durable; those that were there before, equal, are left as they were.</summary>
    Published,

    /// <summary>Nothing was kept: <see cref="PublishResult.ConflictingId"/> belongs to another statement (xAPI Data 2.3.1).</summary>
    Conflict,

    /// <summary>Not known to be durable: the store is away. Repeating the request later is right, and harmless.</summary>
    Unavailable,
}

public readonly record struct PublishResult(PublishOutcome Outcome, Guid ConflictingId = default);
