namespace Analytics.Compliance;

/// <summary>A rule pack that cannot be used; names the file, the line and what was expected there.</summary>
public sealed class RulePackException(string file, long line, string expected, string found)
    : Exception($"{file}:{line}: expected {expected}, found {found}")
{
    public string File { get; } = file;

    public long Line { get; } = line;

    public string Expected { get; } = expected;
}
