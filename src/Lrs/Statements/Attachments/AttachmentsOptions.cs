using System.ComponentModel.DataAnnotations;

namespace Lrs.Statements.Attachments;

/// <summary>Limits of attachments. Their data goes to disk as it arrives, so a larger limit costs disk and not memory.</summary>
internal sealed class AttachmentsOptions
{
    public const string Section = "Attachments";

    /// <summary>The largest attachment, in bytes; beyond it the answer is 413. Default: 64 MiB.</summary>
    [Range(1024, 1L << 50)]
    public long MaxBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>The largest body of multipart/mixed, statements and attachments together, in bytes; beyond it the answer is 413. Default: 256 MiB.</summary>
    [Range(1024, 1L << 50)]
    public long MaxRequestBytes { get; set; } = 256L * 1024 * 1024;
}
