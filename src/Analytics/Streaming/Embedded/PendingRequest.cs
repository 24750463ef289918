using Analytics.Ingest;

namespace Analytics.Streaming.Embedded;

/// <summary>A statement on its way, and the row that it becomes.</summary>
internal readonly record struct PendingStatement(AcceptedStatement Statement, EncodedRow Row)
{
    public static PendingStatement Of(AcceptedStatement statement) => new(statement, new EncodedRow(StatementRowMapper.Map(statement)));
}

/// <summary>A request's statements on their way into a group, and the answer that its sender waits for.</summary>
internal sealed class PendingRequest(IReadOnlyList<PendingStatement> statements)
{
    private readonly TaskCompletionSource<PublishResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<PendingStatement> Statements { get; } = statements;

    public long Bytes { get; } = statements.Sum(statement => (long)statement.Row.Columns.Length);

    public Task<PublishResult> Answered => _answer.Task;

    public void Answer(PublishResult result) => _answer.TrySetResult(result);
}
