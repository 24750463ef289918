using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Analytics.ClickHouse;

/// <summary>A ClickHouse server, or a cluster of replicas, in the place of the embedded engine.</summary>
public sealed class ClickHouseServerOptions : IValidatableObject
{
    /// <summary><c>http://user:password@host:8123/database</c>. Default: none, which is the embedded engine.</summary>
    [ConfigurationKeyName("LRS_CLICKHOUSE")]
    public string? Address { get; set; }

    /// <summary>
    /// The name of a cluster in the server's <c>remote_servers</c>, of one shard: tables are made on all its hosts and are replicated.
    /// Default: none, which is one server.
    /// </summary>
    [ConfigurationKeyName("ClickHouse:Cluster")]
    [RegularExpression("[A-Za-z0-9_.-]+", ErrorMessage = "ClickHouse:Cluster is expected to be the name of a cluster: letters, digits, and _ . - between them.")]
    public string? Cluster { get; set; }

    /// <summary>Null where the embedded engine is used.</summary>
    public ClickHouseConnection? Connection => ClickHouseConnection.TryParse(Address, out var connection) ? connection with { Settings = Settings } : null;

    // Other than the embedded engine, a server may be set to answer an insert before it has it (async_insert). An insert into replicas is
    // acknowledged by most of them, so that the loss of one is not the loss of what was acknowledged.
    private string Settings => string.IsNullOrEmpty(Cluster) ? "&async_insert=0" : "&async_insert=0&insert_quorum=auto";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Cluster) && string.IsNullOrEmpty(Address))
            yield return new ValidationResult("ClickHouse:Cluster is set, but LRS_CLICKHOUSE is not: the embedded engine is no cluster.");
        if (!string.IsNullOrEmpty(Address) && !ClickHouseConnection.TryParse(Address, out _))
            yield return new ValidationResult(ClickHouseConnection.Expected);
    }
}
