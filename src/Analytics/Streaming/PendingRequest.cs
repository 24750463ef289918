using Analytics.Ingest;

namespace Analytics.Streaming;

/// <summary>A request's statements on their way into a group, and the answer that its sender waits for.</summary>
internal sealed class PendingRequest(IReadOnlyList<EncodedRow> rows)
{
    private readonly TaskCompletionSource<PublishResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<EncodedRow> Rows { get; } = rows;

    public long Bytes { get; } = rows.Sum(row => (long)row.Columns.Length);

    public Task<PublishResult> Answered => _answer.Task;

    public void Answer(PublishResult result) => _answer.TrySetResult(result);
}
