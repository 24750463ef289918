using Analytics.Compliance;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>What looks wrong, for people to judge. An agency sees what its own people are part of, and of the people only its own.</summary>
internal static class SuspiciousEndpoints
{
    private const string Purpose = "shared certificates";
    private const int MaxListed = 1_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/suspicious/certificates", CertificatesAsync).RequireAuthorization(AccessPolicies.SeePeople).WithTags("Suspicious");

    private static async Task<Results<Ok<IReadOnlyList<SharedCertificate>>, ForbidHttpResult>> CertificatesAsync(
        HttpContext context, SharedCertificates certificates, RecordReads reads, CancellationToken cancellation)
    {
        var caller = context.Caller();
        // The empty code would be everybody's.
        if (caller.Role != Role.Lan && string.IsNullOrEmpty(caller.AgencyCode))
            return TypedResults.Forbid();
        var agencyCode = caller.Role == Role.Lan ? "" : caller.AgencyCode!;
        var shared = await certificates.ReadAsync(agencyCode, MaxListed, cancellation);
        await reads.WriteAsync(caller, [.. shared.SelectMany(one => one.PersonIds).Distinct().Select(id => new RecordRead(id, agencyCode))], Purpose, cancellation);
        return TypedResults.Ok(shared);
    }
}
