using System.ComponentModel.DataAnnotations;

namespace Lrs.Http;

/// <summary>How both versions of xAPI are spoken.</summary>
internal sealed class XapiOptions
{
    /// <summary>The version in the response header where a request names none, which is itself refused. Default: 2.0.0.</summary>
    [Required]
    [RegularExpression(@"1\.0\.3|2\.0\.0")]
    [ConfigurationKeyName("LRS_XAPI_DEFAULT_VERSION")]
    public string DefaultVersion { get; set; } = "2.0.0";
}
