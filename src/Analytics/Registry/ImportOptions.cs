using System.ComponentModel.DataAnnotations;

namespace Analytics.Registry;

/// <summary>Imports of the registry.</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>The largest file, in bytes. Default: 2 GiB, the whole nation's people twice over.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBodyBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How many rows are compared with the store, and stored, at once. More is faster and takes more memory. Default: 10,000.</summary>
    [Range(1, 1_000_000)]
    public int ChunkRows { get; set; } = 10_000;

    /// <summary>How many rejected rows an answer names; beyond, they are only counted. Default: 10,000.</summary>
    [Range(0, 1_000_000)]
    public int MaxReportedRejections { get; set; } = 10_000;

    /// <summary>From how many changes of one import on, everybody is computed again instead of each changed one. Default: 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxSingleRequests { get; set; } = 10_000;
}
