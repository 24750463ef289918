using System.ComponentModel.DataAnnotations;

namespace Lrs.Health;

/// <summary>How this process ends when it is told to (SIGTERM).</summary>
internal sealed class StoppingOptions : IValidatableObject
{
    public const string Section = "Stopping";

    /// <summary>
    /// How long it goes on accepting after <c>/health/ready</c> has said that it stops, so that a balancer notices and sends no more. Default: none.
    /// </summary>
    public TimeSpan GoOnFor { get; set; }

    /// <summary>How long requests under way, and what was accepted and is not stored yet, may take after that. Default: 30 seconds.</summary>
    public TimeSpan DrainFor { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (GoOnFor < TimeSpan.Zero || GoOnFor > TimeSpan.FromHours(1))
            yield return new ValidationResult("GoOnFor must be between 00:00:00 and 01:00:00.");
        if (DrainFor < TimeSpan.FromSeconds(1))
            yield return new ValidationResult("DrainFor must be one second at least.");
    }
}
