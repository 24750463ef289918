using System.Security.Claims;

namespace Lrs.Auth;

/// <summary>The caller as ASP.NET carries it. Shared by requests until the credential is looked up again: it holds no state of one.</summary>
internal sealed class CallerIdentity : ClaimsIdentity
{
    public const string StampClaim = "stamp";

    public CallerIdentity(Caller caller, string scheme, string? stamp = null)
        : base(scheme, ClaimTypes.NameIdentifier, ClaimTypes.Role)
    {
        Caller = caller;
        AddClaim(new Claim(ClaimTypes.NameIdentifier, caller.Name));
        if (stamp is not null)
            AddClaim(new Claim(StampClaim, stamp));
    }

    public Caller Caller { get; }
}

internal static class CallerOfRequest
{
    /// <summary>Who is calling. Only behind an access policy, which has made sure there is one.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.User.TryGetCaller() ?? throw new InvalidOperationException("The endpoint has no access policy, so nobody is known to call it.");

    public static Caller? TryGetCaller(this ClaimsPrincipal principal) => (principal.Identity as CallerIdentity)?.Caller;
}
