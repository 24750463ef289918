namespace Samples;

/// <summary>What the demo builds, and the password of its sign-ins.</summary>
public sealed class NationalDemoOptions
{
    /// <summary>Password of every demo sign-in that has none of its own in <see cref="Passwords"/>.</summary>
    public required string Password { get; init; }

    /// <summary>Password by user name, where one sign-in should differ.</summary>
    public IReadOnlyDictionary<string, string> Passwords { get; init; } = new Dictionary<string, string>();

    /// <summary>How many people the registry gets. Default 20,000; about seven statements come with each.</summary>
    public int People { get; init; } = 20_000;

    /// <summary>The year people learn in. Default: this year, or the one before while this one is younger than April.</summary>
    public int? Year { get; init; }

    /// <summary>Everything follows from it: the same seed and year give the same people and the same statements.</summary>
    public int Seed { get; init; } = 2026;

    /// <summary>Fill although agencies are there already, with new credentials. Statements with an id count once all the same.</summary>
    public bool FillAgain { get; init; }

    /// <summary>Rows in one CSV import call.</summary>
    public int RowsPerImport { get; init; } = 5_000;

    /// <summary>Batches on their way at the same time.</summary>
    public int Connections { get; init; } = 4;
}
