using System.ComponentModel.DataAnnotations;

namespace Lrs.Http;

/// <summary>Limits of every xAPI request, whichever its resource.</summary>
internal sealed class RequestsOptions
{
    public const string Section = "Requests";

    /// <summary>
    /// The largest form of the alternate request syntax, in bytes as sent; beyond it the answer is 413. Smaller than other bodies, because
    /// it is read before anybody knows who sends it. Default: 4 MiB.
    /// </summary>
    [Range(1024, int.MaxValue)]
    public int MaxFormBytes { get; set; } = 4 * 1024 * 1024;
}
