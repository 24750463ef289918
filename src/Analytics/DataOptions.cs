using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Analytics;

/// <summary>Where this process keeps what it must not lose.</summary>
public sealed class DataOptions : IValidatableObject
{
    /// <summary>
    /// The directory of the embedded stores, of attachments and of report files. Default: <c>./data</c>. With several hosts the same
    /// directory, shared, for each of them.
    /// </summary>
    [Required]
    [ConfigurationKeyName("LRS_DATA")]
    public string Directory { get; set; } = "./data";

    /// <summary>
    /// A PostgreSQL connection string, <c>Host=db;Database=lrs;Username=lrs;Password=…</c>, for what else is in SQLite. Default: none,
    /// which is SQLite.
    /// </summary>
    [ConfigurationKeyName("LRS_DATABASE")]
    public string? Database { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Database) && !NamesAHost(Database))
            yield return new ValidationResult("LRS_DATABASE: expected a PostgreSQL connection string, Host=db;Database=lrs;Username=lrs;Password=...");
    }

    private static bool NamesAHost(string text)
    {
        try
        {
            return !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
