using Analytics.Ingest;

namespace Analytics.Streaming;

/// <summary>
/// Decides for each request of a group what becomes of it, in the order of arrival: an id that is new is stored, one that is there with
/// an equal statement is left, one that is there with another statement makes its whole request a conflict (xAPI Data 2.3.1).
/// </summary>
internal sealed class StatementGroup(IReadOnlyList<PendingRequest> requests)
{
    private readonly List<PendingRequest> _published = [];
    private readonly List<EncodedRow> _newRows = [];

    public IEnumerable<Guid> Ids => requests.SelectMany(request => request.Rows).Select(row => row.Id);

    public int RequestCount => requests.Count;

    public IReadOnlyList<EncodedRow> NewRows => _newRows;

    public void Decide(Dictionary<Guid, UInt128> known)
    {
        _published.Clear();
        _newRows.Clear();
        foreach (var request in requests.Where(request => !request.Answered.IsCompleted))
        {
            if (FindConflict(request, known) is { } conflict)
                request.Answer(new PublishResult(PublishOutcome.Conflict, conflict));
            else
                Include(request, known);
        }
    }

    /// <summary>Sets <c>stored</c>, each later than the one before: a total order for lists, pages and "what is new".</summary>
    public DateTimeOffset Stamp(DateTimeOffset now, DateTimeOffset lastStored)
    {
        foreach (var row in _newRows)
        {
            lastStored = now > lastStored ? now : lastStored.AddMicroseconds(1);
            row.Stored = lastStored;
        }

        return lastStored;
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
        foreach (var row in request.Rows)
        {
            if (known.TryGetValue(row.Id, out var fingerprint) && fingerprint != row.Fingerprint)
                return row.Id;
        }

        return null;
    }

    private void Include(PendingRequest request, Dictionary<Guid, UInt128> known)
    {
        _published.Add(request);
        foreach (var row in request.Rows)
        {
            if (known.TryAdd(row.Id, row.Fingerprint))
                _newRows.Add(row);
        }
    }
}
