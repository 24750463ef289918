namespace Samples;

/// <summary>Chance that always falls the same way: a SplitMix64 stream started from the demo's seed and what is being decided.</summary>
internal sealed class Chance
{
    private ulong _state;

    private Chance(ulong state) => _state = state;

    public static Chance Of(int seed, string purpose, long a = 0, long b = 0)
    {
        var state = Mix((uint)seed + 0x9E3779B97F4A7C15UL);
        foreach (var character in purpose)
            state = Mix(state ^ character);
        return new Chance(Mix(Mix(state ^ (ulong)a) ^ (ulong)b));
    }

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Hits(double probability) => Unit() < probability;

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    public T Pick<T>(IReadOnlyList<T> from) => from[(int)(Next() % (ulong)from.Count)];

    /// <summary>The index of one weight, each as likely as it is heavy; -1 if all are nothing.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var left = Unit() * total;
        for (var index = 0; index < weights.Length; index++)
        {
            left -= weights[index];
            if (left < 0 && weights[index] > 0)
                return index;
        }
        return -1;
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
