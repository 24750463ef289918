using System.Diagnostics;
using System.Threading.Channels;
using Analytics.Ingest;

namespace Analytics.Streaming.Embedded;

/// <summary>
/// Statements on their way from the journal into ClickHouse, in the order of <c>stored</c>, which is given here. What the journal has may be
/// answered for; what ClickHouse has leaves. It bounds <c>Consistent-Through</c> by the oldest that is still here.
/// </summary>
internal sealed class PendingStatements(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Queue<EncodedRow> _rows = new();
    private readonly List<EncodedRow> _unjournaled = [];
    private readonly Dictionary<Guid, UInt128> _fingerprints = [];
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private TaskCompletionSource _storedMore = NewPulse();
    private DateTimeOffset _lastStamp;
    private DateTimeOffset _lastJournaled;
    private DateTimeOffset _vouchedFor;
    private DateTimeOffset _storedThrough = DateTimeOffset.MaxValue;
    private long _bytes;
    private long _waitingSince;
    private bool _hasBegun;
    private bool _isWanted;
    private bool _isClosed;

    /// <summary>
    /// No statement is stored at or before this moment any more. What was said once holds, also when the clock is set back: the answer never
    /// falls, and what is stored next is stamped later.
    /// </summary>
    public DateTimeOffset ConsistentThrough
    {
        get
        {
            lock (_gate)
            {
                // Nothing is known before the journal of an earlier process was read.
                if (!_hasBegun)
                    return DateTimeOffset.UnixEpoch;
                var oldest = _rows.TryPeek(out var row) ? row : _unjournaled.FirstOrDefault();
                var through = oldest?.Stored.AddMicroseconds(-1) ?? clock.GetUtcNow();
                if (through > _vouchedFor)
                    _vouchedFor = through;
                return _vouchedFor;
            }
        }
    }

    /// <summary>The <c>stored</c> of the latest row that ClickHouse has, or may have: later is only what is pending.</summary>
    public DateTimeOffset StoredThrough
    {
        get
        {
            lock (_gate)
                return _storedThrough;
        }
    }

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What ClickHouse had at the start, and what the journal had more.</summary>
    public void Begin(DateTimeOffset storedThrough, IReadOnlyList<EncodedRow> left)
    {
        lock (_gate)
        {
            _hasBegun = true;
            _storedThrough = storedThrough;
            _lastStamp = left.Count > 0 && left[^1].Stored > storedThrough ? left[^1].Stored : storedThrough;
            foreach (var row in left)
                Enqueue(row);
        }
    }

    /// <summary>The fingerprints of those of the ids that are pending.</summary>
    public Dictionary<Guid, UInt128> Find(IEnumerable<Guid> ids)
    {
        lock (_gate)
        {
            var found = new Dictionary<Guid, UInt128>();
            foreach (var id in ids)
            {
                if (_fingerprints.TryGetValue(id, out var fingerprint))
                    found[id] = fingerprint;
            }

            return found;
        }
    }

    /// <summary>Gives each its <c>stored</c>, later than all before: a total order for lists, pages and "what is new" (xAPI Data 2.4.8).</summary>
    public void Stamp(IReadOnlyList<PendingStatement> statements)
    {
        lock (_gate)
        {
            // TRICKY: whole microseconds, as the table keeps them: else the latest that is stored would seem earlier than in the journal.
            var now = Micros.Moment(Micros.Of(clock.GetUtcNow()));
            foreach (var (_, row) in statements)
            {
                var least = (_lastStamp > _vouchedFor ? _lastStamp : _vouchedFor).AddMicroseconds(1);
                row.Stored = _lastStamp = now > least ? now : least;
                _unjournaled.Add(row);
            }
        }
    }

    /// <summary>The stamped rows are in the journal: from here on they are stored, whatever happens.</summary>
    public void Journaled()
    {
        lock (_gate)
        {
            _unjournaled.ForEach(Enqueue);
            _unjournaled.Clear();
        }

        _changed.Writer.TryWrite(true);
    }

    /// <summary>The stamped rows did not get into the journal: nobody was told yes, and they are forgotten.</summary>
    public void Withdraw()
    {
        lock (_gate)
            _unjournaled.Clear();
    }

    /// <summary>Waits until a block is worth an insert: it is full, it waited long enough, or somebody wants to read it. False when closed and empty.</summary>
    public async Task<bool> WaitForBlockAsync(int fullRows, TimeSpan lingerAtMost)
    {
        while (true)
        {
            TimeSpan left;
            lock (_gate)
            {
                if (_rows.Count >= fullRows || (_rows.Count > 0 && (_isWanted || _isClosed)))
                    return true;
                if (_rows.Count == 0 && _isClosed)
                    return false;
                left = _rows.Count == 0 ? Timeout.InfiniteTimeSpan : lingerAtMost - Stopwatch.GetElapsedTime(_waitingSince);
            }

            if (left <= TimeSpan.Zero && left != Timeout.InfiniteTimeSpan)
                return true;
            Task changed = _changed.Reader.WaitToReadAsync().AsTask();
            await changed.WaitAsync(left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _changed.Reader.TryRead(out _);
        }
    }

    /// <summary>The oldest rows that the journal has.</summary>
    public List<EncodedRow> Oldest(int mostRows)
    {
        lock (_gate)
        {
            _isWanted = false;
            return [.. _rows.Take(mostRows)];
        }
    }

    /// <summary>ClickHouse has the oldest <paramref name="count"/> rows on disk.</summary>
    public void Stored(int count)
    {
        TaskCompletionSource pulse;
        lock (_gate)
        {
            for (var i = 0; i < count; i++)
            {
                var row = _rows.Dequeue();
                _fingerprints.Remove(row.Id);
                _bytes -= row.Columns.Length;
                _storedThrough = row.Stored;
            }

            _waitingSince = Stopwatch.GetTimestamp();
            (pulse, _storedMore) = (_storedMore, NewPulse());
        }

        pulse.SetResult();
    }

    /// <summary>Has what is in the journal now stored without waiting for more, and returns when it is.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        DateTimeOffset? last = null;
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_rows.Count == 0)
                    return;
                last ??= _lastJournaled;
                if (_storedThrough != DateTimeOffset.MaxValue && _storedThrough >= last)
                    return;
                _isWanted = true;
                more = _storedMore.Task;
            }

            _changed.Writer.TryWrite(true);
            await more.WaitAsync(cancellation);
        }
    }

    /// <summary>No more will come: what is here is stored at once.</summary>
    public void Close()
    {
        lock (_gate)
            _isClosed = true;
        _changed.Writer.TryWrite(true);
    }

    private void Enqueue(EncodedRow row)
    {
        if (_rows.Count == 0)
            _waitingSince = Stopwatch.GetTimestamp();
        _rows.Enqueue(row);
        _fingerprints[row.Id] = row.Fingerprint;
        _bytes += row.Columns.Length;
        _lastJournaled = row.Stored;
    }

    private static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
