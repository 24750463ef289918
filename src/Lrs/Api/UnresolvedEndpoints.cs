using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Compliance;
using Analytics.Registry;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lrs.Api;

/// <summary>What could not be counted for want of a mapping, and the mappings in bulk: they count from the first statement on.</summary>
internal static partial class UnresolvedEndpoints
{
    private const string UnresolvedList = "unresolved people";
    private const char ListSeparator = ';';
    private const int MaxListed = 1_000;
    private const int MaxMappings = 10_000;
    private const long MaxBodyBytes = 16 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var unresolved = api.MapGroup("/unresolved").WithTags("Unresolved");
        unresolved.MapGet("/people", PeopleAsync).RequireAuthorization(AccessPolicies.SeeProviders);
        unresolved.MapGet("/activities", ActivitiesAsync).RequireAuthorization(AccessPolicies.SeeProviders);
        MapMappings("/people/mappings", RegistryTable.Identifiers);
        MapMappings("/activities/mappings", RegistryTable.Activities);

        void MapMappings(string path, RegistryTable table) => unresolved
            .MapPost(path, (Mappings request, RegistryImport import, CancellationToken cancellation) => MapAsync(table, request, import, cancellation))
            .RequireAuthorization(AccessPolicies.Administer)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
    }

    // Identifiers of learners are personal data: a platform knows its own, LAN needs them for the mapping.
    private static async Task<Ok<IReadOnlyList<UnresolvedPeople>>> PeopleAsync(
        HttpContext context, UnresolvedQueries queries, RecordReads reads, CancellationToken cancellation)
    {
        await reads.WriteAsync(context.Caller(), RecordRead.OfNobodyKnown, UnresolvedList, cancellation);
        return TypedResults.Ok(await queries.PeopleAsync(ProviderOf(context), MaxListed, cancellation));
    }

    private static async Task<Ok<IReadOnlyList<UnresolvedActivity>>> ActivitiesAsync(
        HttpContext context, UnresolvedQueries queries, CancellationToken cancellation) =>
        TypedResults.Ok(await queries.ActivitiesAsync(ProviderOf(context), MaxListed, cancellation));

    private static async Task<Results<Ok<MappingsAnswer>, ProblemHttpResult>> MapAsync(
        RegistryTable table, Mappings request, RegistryImport import, CancellationToken cancellation)
    {
        if (request.Rows is not { Count: > 0 and <= MaxMappings } mappings)
            return TypedResults.Problem(
                $"\"mappings\" has to be a list of 1 to {MaxMappings} objects.", statusCode: StatusCodes.Status400BadRequest, title: "Refused");
        var outcomes = await import.MapAsync(table, [.. mappings.Select(TextsOf)], cancellation);
        return TypedResults.Ok(new MappingsAnswer(
            outcomes.LongCount(one => one.Outcome != MappingOutcome.Rejected),
            outcomes.LongCount(one => one.Outcome == MappingOutcome.Stored),
            outcomes.LongCount(one => one.Outcome == MappingOutcome.Rejected),
            [.. outcomes.Select((one, index) => new MappingAnswer(index, one.Outcome, one.Column is null ? null : CamelCase(one.Column), one.Reason))]));
    }

    /// <summary>A mapping as a row of the file would have it: <c>validFrom</c> is <c>valid_from</c>, a list is separated by semicolons.</summary>
    private static Dictionary<string, string> TextsOf(Dictionary<string, JsonElement>? mapping)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in mapping ?? [])
            texts[SnakeCase(name)] = TextOf(value);
        // As the list of the unresolved shows a learner.
        if (texts.Remove("ifi", out var ifi))
            (texts["ifi_kind"], texts["ifi_value"]) = KindAndValue(ifi);
        return texts;
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Array => string.Join(ListSeparator, value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };

    private static (string Kind, string Value) KindAndValue(string ifi) => ifi.Split(':', 2) switch
    {
        ["mailto", _] => ("mbox", ifi),
        ["sha1", var sum] => ("mbox_sha1sum", sum),
        [var kind and ("openid" or "account"), var value] => (kind, value),
        _ => ("", ifi),
    };

    private static string SnakeCase(string name) => Capital().Replace(name, match => "_" + match.Value.ToLowerInvariant());

    private static string CamelCase(string column) => AfterUnderscore().Replace(column, match => match.Groups[1].Value.ToUpperInvariant());

    private static string ProviderOf(HttpContext context) => context.Caller().Role == Role.Lan ? "" : context.Caller().Provider;

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex("_([a-z])")]
    private static partial Regex AfterUnderscore();
}

/// <param name="Rows">Of people <c>ifiKind, ifiValue</c> or <c>ifi</c>, and <c>nip, validFrom, validTo</c>; of activities the columns of their file in the same way.</param>
internal sealed record Mappings([property: System.Text.Json.Serialization.JsonPropertyName("mappings")] IReadOnlyList<Dictionary<string, JsonElement>?>? Rows)
{
    // So that no log can hold it by printing the request.
    public override string ToString() => nameof(Mappings);
}

/// <param name="Accepted">Good rows, whether or not they changed anything.</param>
/// <param name="Changed">Those of them that were new or different.</param>
/// <param name="Rejected">The others.</param>
/// <param name="Rows">What became of each, in the order of the request.</param>
internal sealed record MappingsAnswer(long Accepted, long Changed, long Rejected, IReadOnlyList<MappingAnswer> Rows);

/// <param name="Index">The place in the request, the first being 0.</param>
/// <param name="Outcome">stored, unchanged, overtaken or rejected.</param>
/// <param name="Property">What is at fault in a rejected one.</param>
internal sealed record MappingAnswer(int Index, string Outcome, string? Property, string? Reason);
