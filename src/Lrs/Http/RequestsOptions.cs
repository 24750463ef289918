using System.ComponentModel.DataAnnotations;

namespace Lrs.Http;

/// <summary>Limits of every xAPI request, whichever its resource, and of all together.</summary>
internal sealed class RequestsOptions
{
    public const string Section = "Requests";

    /// <summary>
    /// The largest form of the alternate request syntax, in bytes as sent; beyond it the answer is 413. Smaller than other bodies, because
    /// it is read before anybody knows who sends it. Default: 4 MiB.
    /// </summary>
    [Range(1024, int.MaxValue)]
    public int MaxFormBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How many bytes of bodies are in memory at once; further requests wait. Default: 128 MiB.</summary>
    [Range(1024 * 1024, 1L << 50)]
    public long MaxBytesInMemory { get; set; } = 128L * 1024 * 1024;

    /// <summary>How long a request waits for others' bodies to leave memory, before 503. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan WaitForMemoryAtMost { get; set; } = TimeSpan.FromSeconds(5);
}
