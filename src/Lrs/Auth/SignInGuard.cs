namespace Lrs.Auth;

/// <summary>
/// Counts failed sign-ins, by user name whether or not there is such a user, and over all. Kept in memory: with more than one web process
/// each has its own count, which a guesser gains little from.
/// </summary>
internal sealed class SignInGuard(TimeProvider clock)
{
    public const int FailuresPerUser = 5;
    public const int FailuresOverAll = 300;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan OverAllWindow = TimeSpan.FromMinutes(1);

    private const int MaxNames = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Failures> _byName = new(StringComparer.Ordinal);
    private Failures _overAll = new(0, DateTimeOffset.MinValue);

    /// <summary>
    /// How long to wait before the next try, or null where one may be made now. It is counted as a failure at once, before the password
    /// is looked at, because many tries at the same time must not all be the first.
    /// </summary>
    public TimeSpan? Begin(string userName)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var ofName = _byName.GetValueOrDefault(userName);
            if (ofName.Count >= FailuresPerUser && ofName.Until > now)
                return ofName.Until - now;
            if (_overAll.Count >= FailuresOverAll && _overAll.Until > now)
                return _overAll.Until - now;
            if (_byName.Count >= MaxNames)
                ForgetSome(now);
            _byName[userName] = new Failures(ofName.Until > now ? ofName.Count + 1 : 1, now + LockedFor);
            _overAll = _overAll.Until > now ? _overAll with { Count = _overAll.Count + 1 } : new Failures(1, now + OverAllWindow);
            return null;
        }
    }

    public void Succeeded(string userName)
    {
        lock (_gate)
        {
            _byName.Remove(userName);
            _overAll = _overAll with { Count = Math.Max(0, _overAll.Count - 1) };
        }
    }

    private void ForgetSome(DateTimeOffset now)
    {
        foreach (var (name, failures) in _byName)
            if (failures.Until <= now || failures.Count < FailuresPerUser)
                _byName.Remove(name);
    }

    private readonly record struct Failures(int Count, DateTimeOffset Until);
}
