using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lrs.Statements;

/// <summary>
/// The names seen so far in one object whose names the standard does not fix (extensions, language maps), to find one that
/// comes twice. Few names are compared with each other; many go to a hash table, so that no object takes quadratic time.
/// </summary>
internal struct NameSet
{
    private FewNames _few;
    private int _count;
    private HashSet<ReadOnlyMemory<byte>>? _many;

    /// <summary>False if the name is there already.</summary>
    public bool Add(ReadOnlyMemory<byte> name)
    {
        if (_many is not null) return _many.Add(name);
        Span<ReadOnlyMemory<byte>> few = _few;
        foreach (var other in few[.._count])
        {
            if (other.Length == name.Length && other.Span.SequenceEqual(name.Span)) return false;
        }

        if (_count < FewNames.Count)
        {
            few[_count++] = name;
            return true;
        }

        _many = new HashSet<ReadOnlyMemory<byte>>(few.ToArray(), ByContent.Instance) { name };
        return true;
    }

    [InlineArray(Count)]
    private struct FewNames
    {
        public const int Count = 8;

        private ReadOnlyMemory<byte> _first;
    }

    private sealed class ByContent : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public static readonly ByContent Instance = new();

        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        // The hash of strings has a random key in each process: nobody can prepare names that all fall into one bucket.
        public int GetHashCode(ReadOnlyMemory<byte> name)
        {
            var bytes = name.Span;
            var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(bytes));
            return (bytes.Length & 1) == 0 ? hash : HashCode.Combine(hash, bytes[^1]);
        }
    }
}
