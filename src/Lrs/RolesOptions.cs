namespace Lrs;

/// <summary>What this process does. The same program in every role.</summary>
internal sealed class RolesOptions
{
    internal static readonly string[] Known = ["web", "ingest", "jobs"];

    /// <summary>Of <c>web</c>, <c>ingest</c> and <c>jobs</c>, separated by commas. Default: all of them.</summary>
    [ConfigurationKeyName("LRS_ROLES")]
    public string Roles { get; set; } = "web,ingest,jobs";

    /// <summary>Answers platforms and pages.</summary>
    public bool RunsWeb => Names.Contains("web");

    /// <summary>Stores what was accepted.</summary>
    public bool RunsIngest => Names.Contains("ingest");

    /// <summary>Starts jobs by the clock.</summary>
    public bool RunsJobs => Names.Contains("jobs");

    internal string[] Names => Roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
