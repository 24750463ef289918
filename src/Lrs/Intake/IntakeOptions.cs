using System.ComponentModel.DataAnnotations;

namespace Lrs.Intake;

/// <summary>How refused requests are counted.</summary>
internal sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>How often the counts are written to the relational store; what is younger is lost in a crash. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan FlushEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many reasons of a provider and day are kept apart; further ones are counted as "other". Default: 200.</summary>
    [Range(1, 10_000)]
    public int MaxReasonsPerDay { get; set; } = 200;

    /// <summary>How many days the counts are kept. Default: 400.</summary>
    [Range(1, 4_000)]
    public int KeptDays { get; set; } = 400;
}
