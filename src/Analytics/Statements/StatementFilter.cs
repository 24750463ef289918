namespace Analytics.Statements;

/// <summary>What a list of statements is narrowed to (xAPI Communication 2.1.3). Every key must match, all in one statement: the
/// one that is found, or one that it refers to; times are those of <c>stored</c> and of the one that is found.</summary>
public sealed record StatementFilter
{
    /// <summary>Values of <see cref="Ingest.FilterKey"/>: hashes, so that a <c>more</c> link carries no personal data.</summary>
    public IReadOnlyList<ulong> Keys { get; init; } = [];

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool Ascending { get; init; }

    public required int Limit { get; init; }

    /// <summary>Only statements of this authority: the scope <c>statements/read/mine</c>.</summary>
    public string? Authority { get; init; }

    /// <summary>Where the page before ended: no two statements have the same <c>stored</c>.</summary>
    public DateTimeOffset? After { get; init; }
}

/// <summary>A page, and the <c>stored</c> after which the next begins; null at the end.</summary>
public sealed record StatementPage(IReadOnlyList<StoredStatement> Statements, DateTimeOffset? Next);

/// <summary>A stored statement as it came, with what the LRS set.</summary>
/// <param name="Authority">A JSON Agent.</param>
public sealed record StoredStatement(Guid Id, DateTimeOffset Stored, string Authority, string Version, bool IsVoiding, byte[] Raw);
