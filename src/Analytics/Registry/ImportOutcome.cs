namespace Analytics.Registry;

/// <summary>How an import ended.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <param name="Accepted">Good rows, whether or not they changed anything.</param>
    /// <param name="Changed">Those of them that were new or different and have been stored.</param>
    /// <param name="Rejected">The first of the rejected rows, in the order of the file.</param>
    /// <param name="RejectedCount">All rejected rows.</param>
    public sealed record Imported(long Accepted, long Changed, IReadOnlyList<Rejection> Rejected, long RejectedCount) : ImportOutcome;

    /// <summary>The header row cannot be understood, so nothing was read.</summary>
    public sealed record UnusableHeader(string Reason) : ImportOutcome;
}

/// <summary>A row that was not stored.</summary>
/// <param name="Line">The line of the file on which the row starts, the first being 1.</param>
/// <param name="Column">The column at fault; null when it is the row as a whole.</param>
/// <param name="Reason">What was expected. Never holds a value of the file, which may be personal data.</param>
public sealed record Rejection(long Line, string? Column, string Reason);

/// <summary>What became of one row that was mapped by hand.</summary>
/// <param name="Outcome">One of the constants.</param>
/// <param name="Column">Of a rejected row the column at fault.</param>
/// <param name="Reason">Of a rejected row what was expected there. Never holds a value of the row, which may be personal data.</param>
public sealed record MappingOutcome(string Outcome, string? Column = null, string? Reason = null)
{
    /// <summary>It was new or different, and whoever it concerns is computed again.</summary>
    public const string Stored = "stored";

    /// <summary>The registry had it already.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>A later row of the same request says otherwise of the same.</summary>
    public const string Overtaken = "overtaken";

    public const string Rejected = "rejected";
}

/// <summary>Collects rejections; beyond a limit they are only counted.</summary>
internal sealed class Rejections(int maxReported)
{
    private readonly List<Rejection> _reported = [];

    public long Count { get; private set; }

    // A malformed row may be noticed before the rows ahead of it have been looked at.
    public IReadOnlyList<Rejection> Reported => [.. _reported.OrderBy(rejection => rejection.Line)];

    public void Add(long line, string? column, string reason)
    {
        Count++;
        if (_reported.Count < maxReported)
            _reported.Add(new Rejection(line, column, reason));
    }
}
