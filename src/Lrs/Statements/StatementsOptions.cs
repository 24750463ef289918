using System.ComponentModel.DataAnnotations;

namespace Lrs.Statements;

/// <summary>Limits of the Statements resource.</summary>
internal sealed class StatementsOptions
{
    public const string Section = "Statements";

    /// <summary>The largest body that is read, in bytes; beyond it the answer is 413. Default: 16 MiB.</summary>
    [Range(1024, int.MaxValue)]
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The most statements of one request; beyond it the answer is 413. Default: 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxStatements { get; set; } = 10_000;

    /// <summary>
    /// How deep a statement's JSON may be nested, which only extensions can be; beyond it the answer is 413. Default: 64, since readers give up on
    /// a page that holds something deeper (JSON libraries of .NET and of others stop there).
    /// </summary>
    [Range(16, 250)]
    public int MaxDepth { get; set; } = 64;

    /// <summary>The most statements of one answer, also where the request asks for more or for all. Default: 500.</summary>
    [Range(1, 10_000)]
    public int MaxPageStatements { get; set; } = 500;

    /// <summary>The <c>homePage</c> of each authority's account; the account's name is the provider. Default: https://lan.go.id/lrs.</summary>
    [Required]
    [Url]
    public string AuthorityHomePage { get; set; } = "https://lan.go.id/lrs";
}
