using System.Text.RegularExpressions;
using Analytics.ClickHouse;
using Microsoft.Extensions.Options;

namespace Analytics.Schema;

/// <summary>
/// The migrations are written for the embedded engine. This is the one place that rewrites them for a server, whose own settings are not
/// ours, and for a cluster, whose tables are made on every host and replicated.
/// </summary>
public sealed partial class SchemaDialect(IOptions<ClickHouseServerOptions> options)
{
    // What the embedded engine has in its configuration: an insert is on the disk when it is answered.
    private const string OnDisk = "fsync_after_insert = 1, fsync_part_directory = 1";

    /// <summary>As they are written.</summary>
    public static SchemaDialect Embedded { get; } = new(Options.Create(new ClickHouseServerOptions()));

    /// <param name="sql">One statement, its clauses at the beginnings of lines as in the migrations.</param>
    public string Write(string sql)
    {
        if (string.IsNullOrEmpty(options.Value.Address))
            return sql;
        var durable = Engine().IsMatch(sql) ? WithSettings(sql) : sql;
        return string.IsNullOrEmpty(options.Value.Cluster)
            ? durable
            : Engine().Replace(Target().Replace(durable, $"$0 ON CLUSTER '{options.Value.Cluster}'"), "${before}Replicated${engine}");
    }

    private static string WithSettings(string sql) => Settings().IsMatch(sql)
        ? Settings().Replace(sql, $"$0 {OnDisk},", 1)
        : $"{sql.TrimEnd()}\nSETTINGS {OnDisk}\n";

    // What a statement is about, after which ON CLUSTER stands. A comment starts with "--" and so is none.
    [GeneratedRegex(
        @"^(?:CREATE (?:OR REPLACE )?(?:TABLE|DATABASE|VIEW|MATERIALIZED VIEW|DICTIONARY)(?: IF NOT EXISTS)?|ALTER TABLE|DROP (?:TABLE|VIEW|DICTIONARY)(?: IF EXISTS)?|TRUNCATE TABLE(?: IF EXISTS)?) (?:`[^`]+`|[\w.]+)",
        RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"^(?<before>ENGINE = )(?<engine>\w*MergeTree)\b", RegexOptions.Multiline)]
    private static partial Regex Engine();

    [GeneratedRegex("^SETTINGS", RegexOptions.Multiline)]
    private static partial Regex Settings();
}
