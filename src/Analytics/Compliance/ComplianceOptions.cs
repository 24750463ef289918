using System.ComponentModel.DataAnnotations;

namespace Analytics.Compliance;

/// <summary>How learning hours are computed.</summary>
public sealed class ComplianceOptions
{
    public const string Section = "Compliance";

    /// <summary>
    /// A directory of rule packs (<c>*.yaml</c>) that stand beside those of the program; one of the same name stands in its place. Read
    /// at start. Default: none.
    /// </summary>
    public string? RulePackDirectory { get; set; }

    /// <summary>How many people are read, computed and stored together; of everyone, two such groups at once. Default: 25000.</summary>
    [Range(1, 100_000)]
    public int PeopleAtOnce { get; set; } = 25_000;

    /// <summary>When more people than this have changed, everyone is computed instead. Default: 200000.</summary>
    [Range(1, 10_000_000)]
    public int MaxChangedPeople { get; set; } = 200_000;
}
