using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Analytics;

/// <summary>Where this process keeps what it must not lose.</summary>
public sealed class DataOptions
{
    /// <summary>The directory of the embedded stores and of report files. Default: <c>./data</c>.</summary>
    [Required]
    [ConfigurationKeyName("LRS_DATA")]
    public string Directory { get; set; } = "./data";
}
