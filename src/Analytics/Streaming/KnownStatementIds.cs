using System.Numerics;

namespace Analytics.Streaming;

/// <summary>
/// Remembers which statement ids may be stored, in a few bits each (a Bloom filter), so that a new id needs no look-up: it answers
/// "surely new" or "look". Until it is loaded every id means "look"; when more ids come than it was made for, more of them mean "look".
/// Only sound where nobody else stores these ids: in the embedded stream, or in the partitions that a process holds.
/// </summary>
internal sealed class KnownStatementIds
{
    private const int BitsPerId = 16;
    private const int Probes = 8;
    private const long LeastIds = 4_000_000;
    private const long MostBytes = 256L * 1024 * 1024;

    private ulong[] _bits = [0];
    private ulong _mask = 63;
    private long _room = long.MaxValue;
    private long _added;
    private volatile bool _isLoaded;

    /// <summary>No room was made yet.</summary>
    public bool IsEmpty => _bits.Length == 1;

    /// <summary>More ids came than there is room for, and a larger one can be made.</summary>
    public bool IsFull => Interlocked.Read(ref _added) > _room;

    /// <summary>Makes room for twice <paramref name="count"/> ids, before the stored ones are added.</summary>
    public void Reset(long count)
    {
        _isLoaded = false;
        var bits = Math.Min(MostBytes * 8, BitsPerId * Math.Max(LeastIds, 2 * count));
        var words = BitOperations.RoundUpToPowerOf2((ulong)bits) / 64;
        _room = bits < MostBytes * 8 ? (long)words * 64 / BitsPerId : long.MaxValue;
        _bits = new ulong[words];
        _mask = (words * 64) - 1;
    }

    /// <summary>All stored ids have been added: from now on the answer can be "surely new".</summary>
    public void Loaded() => _isLoaded = true;

    /// <summary>Safe to call while another thread adds too: ids are loaded while new ones are stored.</summary>
    public void Add(Guid id)
    {
        Interlocked.Increment(ref _added);
        var (first, step) = Hash(id);
        for (var i = 0; i < Probes; i++, first += step)
            Interlocked.Or(ref _bits[(first & _mask) >> 6], 1UL << (int)(first & 63));
    }

    public bool MayContain(Guid id)
    {
        if (!_isLoaded)
            return true;
        var (first, step) = Hash(id);
        for (var i = 0; i < Probes; i++, first += step)
        {
            if ((_bits[(first & _mask) >> 6] & (1UL << (int)(first & 63))) == 0)
                return false;
        }

        return true;
    }

    // Ids come from clients, who may choose them badly (counters, version 7), so their bits are mixed first.
    private static (ulong First, ulong Step) Hash(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = System.IO.Hashing.XxHash128.HashToUInt128(bytes);
        return ((ulong)hash, (ulong)(hash >> 64) | 1);
    }
}
