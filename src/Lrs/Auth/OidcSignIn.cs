using System.Security.Claims;
using Analytics.Compliance;
using Analytics.Registry;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Lrs.Auth;

/// <summary>
/// Makes a user of whom the OpenID provider vouches for: the one it vouched for before under the same issuer and subject, with the role and
/// place that its claims give today.
/// </summary>
internal sealed class OidcSignIn(Users users, PersonIds personIds, SessionCookie sessions, IOptions<OidcOptions> options, ILogger<OidcSignIn> logger)
    : OpenIdConnectEvents
{
    private static readonly Caller Itself = new(CallerKind.Credential, "oidc", "", Scopes.None, Role.Lan, AgencyCode: null);

    /// <summary>After the provider's answer was proven and before the session begins.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var user = await UserAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (user is null)
        {
            logger.OidcWithoutRole();
            Refuse(context, "role");
            return;
        }

        if (user.DisabledAt is not null)
        {
            Refuse(context, "disabled");
            return;
        }

        await users.SignedInAsync(user.UserName, context.HttpContext.RequestAborted);
        context.Principal = SessionCookie.Principal(user);
        sessions.Begin(context.Properties!);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        logger.OidcFailed(context.Failure?.GetType().Name ?? "");
        context.HandleResponse();
        context.Response.Redirect($"{context.Request.PathBase}/sign-in?failed=oidc");
        return Task.CompletedTask;
    }

    /// <summary>Null where the claims give nobody's role, or not what belongs to it.</summary>
    internal User? Read(ClaimsPrincipal principal)
    {
        var (issuer, subject) = (principal.FindFirstValue("iss"), principal.FindFirstValue("sub"));
        if (issuer is null || subject is null)
            return null;
        var vouchedBy = $"{issuer} {subject}";
        var user = new User
        {
            UserName = "oidc:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(vouchedBy)).AsSpan(0, 12)),
            DisplayName = principal.FindFirstValue(options.Value.NameClaim) ?? subject,
            VouchedBy = vouchedBy,
        };
        var roles = principal.FindAll(options.Value.RoleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        // Who has several comes with the widest.
        if (roles.Contains(options.Value.LanRole))
            return user with { Role = "lan" };
        if (roles.Contains(options.Value.AgencyRole) && principal.FindFirstValue(options.Value.AgencyClaim) is { Length: > 0 } agency)
            return user with { Role = "agency", AgencyCode = agency };
        if (roles.Contains(options.Value.VendorRole) && principal.FindFirstValue(options.Value.ProviderClaim) is { Length: > 0 } provider)
            return user with { Role = "vendor", Provider = provider };
        return roles.Contains(options.Value.AsnRole) && Nip.TryParse(principal.FindFirstValue(options.Value.NipClaim), out var nip)
            ? user with { Role = "asn", PersonId = personIds.Of(nip) }
            : null;
    }

    private async Task<User?> UserAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        if (Read(principal) is not { } said)
            return null;
        if (await users.FindVouchedAsync(said.VouchedBy, cancellation) is not { } known)
            await users.CreateAsync(said, Itself, cancellation);
        else if ((known.DisplayName, known.Role, known.AgencyCode, known.Provider, known.PersonId) != (said.DisplayName, said.Role, said.AgencyCode, said.Provider, said.PersonId))
            await users.UpdateAsync(said with { UserName = known.UserName, DisabledAt = known.DisabledAt }, Itself, cancellation);
        return await users.FindVouchedAsync(said.VouchedBy, cancellation);
    }

    private static void Refuse(TicketReceivedContext context, string reason)
    {
        context.HandleResponse();
        context.Response.Redirect($"{context.Request.PathBase}/sign-in?failed={reason}");
    }
}
