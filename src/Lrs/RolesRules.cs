using Microsoft.Extensions.Options;

namespace Lrs;

/// <summary>Which roles may stand alone with which stores: what two processes both need must be where both reach it.</summary>
internal sealed class RolesRules(IConfiguration configuration) : IValidateOptions<RolesOptions>
{
    public ValidateOptionsResult Validate(string? name, RolesOptions options)
    {
        if (options.Names.Length == 0 || options.Names.Except(RolesOptions.Known).Any())
            return ValidateOptionsResult.Fail($"LRS_ROLES is \"{options.Roles}\"; expected some of web, ingest, jobs, separated by commas.");

        var wanting = Needed(options).Where(needed => string.IsNullOrEmpty(configuration[needed.Setting])).ToList();
        return wanting.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wanting.Select(needed => $"LRS_ROLES is \"{options.Roles}\", so {needed.Setting} is needed: {needed.Reason}"));
    }

    private static IEnumerable<(string Setting, string Reason)> Needed(RolesOptions options)
    {
        if (options.RunsWeb && options.RunsIngest)
            yield break;
        yield return ("LRS_KAFKA", "what one process accepts reaches another, and is known there to be stored, over Kafka only.");
        yield return ("LRS_CLICKHOUSE", "the embedded engine belongs to one process, and others read and write the same statements.");
        yield return ("LRS_DATABASE", "SQLite belongs to one machine, and others read and write the same documents, credentials and jobs.");
    }
}
