using System.ComponentModel.DataAnnotations;

namespace Lrs.Documents;

/// <summary>Limits of the document resources.</summary>
internal sealed class DocumentsOptions
{
    public const string Section = "Documents";

    /// <summary>The largest document, in bytes, as it is sent and as it is after a merge; beyond it the answer is 413. Default: 16 MiB.</summary>
    [Range(1024, 512 * 1024 * 1024)]
    public int MaxDocumentBytes { get; set; } = 16 * 1024 * 1024;
}
