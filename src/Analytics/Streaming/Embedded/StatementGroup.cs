namespace Analytics.Streaming.Embedded;

/// <summary>
/// Decides for each request of a group what becomes of it, in the order of arrival: an id that is new is stored, one that is there with
/// an equal statement is left, one that is there with another statement makes its whole request a conflict (xAPI Data 2.3.1).
/// </summary>
internal sealed class StatementGroup(IReadOnlyList<PendingRequest> requests)
{
    private readonly List<PendingRequest> _published = [];
    private readonly List<PendingStatement> _new = [];

    public IEnumerable<Guid> Ids => requests.SelectMany(request => request.Statements).Select(statement => statement.Row.Id);

    public int RequestCount => requests.Count;

    public IReadOnlyList<PendingStatement> New => _new;

    public void Decide(Dictionary<Guid, UInt128> known)
    {
        _published.Clear();
        _new.Clear();
        foreach (var request in requests.Where(request => !request.Answered.IsCompleted))
        {
            if (FindConflict(request, known) is { } conflict)
                request.Answer(new PublishResult(PublishOutcome.Conflict, conflict));
            else
                Include(request, known);
        }
    }

    public void AnswerPublished()
    {
        foreach (var request in _published)
            request.Answer(new PublishResult(PublishOutcome.Published));
    }

    public void AnswerUnavailable()
    {
        foreach (var request in requests)
            request.Answer(new PublishResult(PublishOutcome.Unavailable));
    }

    private static Guid? FindConflict(PendingRequest request, Dictionary<Guid, UInt128> known)
    {
        foreach (var (_, row) in request.Statements)
        {
            if (known.TryGetValue(row.Id, out var fingerprint) && fingerprint != row.Fingerprint)
                return row.Id;
        }

        return null;
    }

    private void Include(PendingRequest request, Dictionary<Guid, UInt128> known)
    {
        _published.Add(request);
        foreach (var statement in request.Statements)
        {
            if (known.TryAdd(statement.Row.Id, statement.Row.Fingerprint))
                _new.Add(statement);
        }
    }
}
