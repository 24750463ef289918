using System.ComponentModel.DataAnnotations;

namespace Lrs;

/// <summary>What this process does. The same program in every role.</summary>
internal sealed class RolesOptions : IValidatableObject
{
    private static readonly string[] Known = ["web", "ingest", "jobs"];

    /// <summary>Of <c>web</c>, <c>ingest</c> and <c>jobs</c>, separated by commas. Default: all of them.</summary>
    [ConfigurationKeyName("LRS_ROLES")]
    public string Roles { get; set; } = "web,ingest,jobs";

    public bool RunsJobs => Names.Contains("jobs");

    private string[] Names => Roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Names.Length == 0 || Names.Except(Known).Any())
            yield return new ValidationResult($"LRS_ROLES is \"{Roles}\"; expected some of web, ingest, jobs, separated by commas.");
        // The embedded stores belong to one process, which takes statements in and stores them.
        else if (!Names.Contains("web") || !Names.Contains("ingest"))
            yield return new ValidationResult("LRS_ROLES: with the embedded stores one process has both web and ingest; only jobs may be left out.");
    }
}
