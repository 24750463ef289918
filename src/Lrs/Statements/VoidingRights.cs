using Lrs.Auth;

namespace Lrs.Statements;

/// <summary>
/// Who may void: an authority its own statements, and the scope <c>all</c> any (xAPI Data 2.3.2: who may not SHOULD be refused with 403, and
/// with them the whole request). A target that is not stored yet is nobody's: its voiding is accepted, and holds once it comes.
/// </summary>
internal sealed class VoidingRights(Analytics.Statements.StatementReader reader, StatementPublisher publisher)
{
    /// <summary>A stored statement that the batch voids and the caller may not; null where there is none.</summary>
    /// <exception cref="Analytics.ClickHouse.ClickHouseException">The store is away, or cannot be asked.</exception>
    public async Task<Guid?> FindForbiddenAsync(ParsedBatch batch, Caller caller, CancellationToken cancellation)
    {
        if (caller.Scopes.HasFlag(Scopes.All))
            return null;
        var targets = batch.Statements.Where(statement => statement.Voids is not null).Select(statement => statement.Voids!.Value).ToHashSet();
        return targets.Count == 0 ? null : await reader.FindOthersAsync(targets, publisher.AuthorityOf(caller), cancellation);
    }
}
