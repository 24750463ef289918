using Analytics.Registry;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>The agencies a caller may see: all for LAN, its own for an agency.</summary>
internal static class AgenciesEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/agencies", ListAsync).RequireAuthorization(AccessPolicies.SeePeople).WithTags("Agencies");

    private static async Task<Ok<List<ListedAgency>>> ListAsync(HttpContext context, AgencyList agencies, CancellationToken cancellation)
    {
        var caller = context.Caller();
        return TypedResults.Ok(await agencies.ReadAsync(caller.Role == Role.Lan ? null : caller.AgencyCode ?? "", cancellation));
    }
}
