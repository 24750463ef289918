namespace Lrs.Statements;

/// <summary>How much one request may ask of the parser. The size of the body is limited before it is read.</summary>
internal sealed record ParseLimits
{
    public static readonly ParseLimits Default = new();

    // Extensions are walked by recursion: this many levels take a small part of a thread's stack, whatever is configured.
    private const int MostDepth = 512;

    public ParseLimits(int maxDepth = 64, int maxStatements = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxDepth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxDepth, MostDepth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxStatements);
        (MaxDepth, MaxStatements) = (maxDepth, maxStatements);
    }

    public int MaxDepth { get; }

    public int MaxStatements { get; }
}
