using Analytics.ClickHouse;
using Analytics.Relational;

namespace Lrs.Auth;

/// <summary>
/// What all credentials together allow: for a browser's preflight, which carries no credential. From memory, as old as a copy of a
/// credential may be, so that asking is no way to the database.
/// </summary>
internal sealed class OriginsInUse(RelationalStore store, TimeProvider clock)
{
    private static readonly string Select = EmbeddedSql.Load<OriginsInUse>();

    private volatile Read? _last;

    public async ValueTask<AllowedOrigins> AllAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && clock.GetElapsedTime(last.At) < CredentialCache.KeptFor)
            return last.Origins;
        var at = clock.GetTimestamp();
        var lists = await store.ReadAsync<string>(Select, new { now = clock.GetUtcNow() }, cancellationToken);
        var read = new Read(AllowedOrigins.ParseKept(lists), at);
        _last = read;
        return read.Origins;
    }

    public void Forget() => _last = null;

    private sealed record Read(AllowedOrigins Origins, long At);
}
