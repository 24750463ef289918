namespace Analytics.Streaming;

/// <summary>
/// Bounds <c>Consistent-Through</c> by the write in flight: while one runs, nothing stored after its begin can be vouched for. What was
/// said once holds, also when the clock is set back: the answer never falls, and what is stored next is stamped later.
/// </summary>
internal sealed class InFlight(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _since;
    private DateTimeOffset _vouchedFor;

    public DateTimeOffset ConsistentThrough
    {
        get
        {
            lock (_gate)
            {
                var through = _since?.AddMicroseconds(-1) ?? clock.GetUtcNow();
                if (through > _vouchedFor)
                    _vouchedFor = through;
                return _vouchedFor;
            }
        }
    }

    /// <summary>Marks a write as begun, before its rows get their <c>stored</c>; disposing marks its end.</summary>
    public IDisposable Begin()
    {
        lock (_gate)
            _since = clock.GetUtcNow();
        return new End(this);
    }

    /// <summary>The later of the moment and of what has been vouched for: rows of the write in flight must be stamped after it.</summary>
    public DateTimeOffset Later(DateTimeOffset moment)
    {
        lock (_gate)
            return moment > _vouchedFor ? moment : _vouchedFor;
    }

    private sealed class End(InFlight inFlight) : IDisposable
    {
        public void Dispose()
        {
            lock (inFlight._gate)
                inFlight._since = null;
        }
    }
}
