using Analytics.Registry;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>
/// What the registry holds: for LAN. What is looked for stands in the body, since it may be a NIP or an address; people who are shown are
/// kept in the access log.
/// </summary>
internal static class RegistrySearchEndpoints
{
    private const string Purpose = "registry";
    private const int MaxPerPage = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var registry = api.MapGroup("/registry").RequireAuthorization(AccessPolicies.Administer).WithTags("Registry");
        registry.MapPost("/people/search", PeopleAsync);
        registry.MapPost("/identifiers/search", IdentifiersAsync);
        registry.MapPost("/activities/search", async (RegistryQuestion asked, RegistrySearch search, CancellationToken cancellation) =>
            TypedResults.Ok(await search.ActivitiesAsync(asked.Text, asked.Of, asked.Rows, asked.Cursor ?? "", cancellation)));
        registry.MapPost("/competencies/search", async (RegistryQuestion asked, RegistrySearch search, CancellationToken cancellation) =>
            TypedResults.Ok(await search.CompetenciesAsync(asked.Text, cancellation)));
    }

    private static async Task<Ok<RegistryPage<RegisteredPerson>>> PeopleAsync(
        RegistryQuestion asked, RegistrySearch search, RecordReads reads, HttpContext context, CancellationToken cancellation)
    {
        var page = await search.PeopleAsync(asked.Text, asked.Of, asked.Rows, asked.Cursor ?? "", cancellation);
        await reads.WriteAsync(
            context.Caller(), [.. page.Rows.Select(row => new RecordRead(row.PersonId, row.AgencyCode)).Distinct()], Purpose, cancellation);
        return TypedResults.Ok(page);
    }

    private static async Task<Ok<RegistryPage<RegisteredIdentifier>>> IdentifiersAsync(
        RegistryQuestion asked, RegistrySearch search, RecordReads reads, HttpContext context, CancellationToken cancellation)
    {
        var page = await search.IdentifiersAsync(asked.Text, asked.Rows, asked.Cursor ?? "", cancellation);
        await reads.WriteAsync(context.Caller(), [.. page.Rows.Select(row => new RecordRead(row.PersonId, "")).Distinct()], Purpose, cancellation);
        return TypedResults.Ok(page);
    }

    /// <param name="Search">Part of a name, title or identifier, or a whole NIP; left out: all.</param>
    /// <param name="Agency">Of people: of which agency.</param>
    /// <param name="Provider">Of activities: of which platform.</param>
    internal sealed record RegistryQuestion(string? Search = null, string? Agency = null, string? Provider = null, int? Limit = null, string? Cursor = null)
    {
        private const int DefaultRows = 50;

        internal string Text => Search?.Trim() ?? "";

        internal string Of => Agency ?? Provider ?? "";

        internal int Rows => Math.Clamp(Limit ?? DefaultRows, 1, MaxPerPage);

        // So that no log can hold it by printing the request.
        public override string ToString() => nameof(RegistryQuestion);
    }
}
