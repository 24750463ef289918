using System.ComponentModel.DataAnnotations;

namespace Analytics.ClickHouse.Engine;

/// <summary>The embedded ClickHouse engine.</summary>
public sealed class EngineOptions
{
    public const string Section = "ClickHouse:Engine";

    /// <summary>The memory that the engine may take, in bytes. Default: a quarter of the machine's, at least 512 MiB, at most 8 GiB.</summary>
    [Range(256L * 1024 * 1024, long.MaxValue)]
    public long MaxMemoryBytes { get; set; } =
        Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4, 512L * 1024 * 1024, 8L * 1024 * 1024 * 1024);

    /// <summary>How long a start may take before the engine is killed and started anew. Default: two minutes, for a large store.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromMinutes(2);
}
