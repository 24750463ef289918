using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lrs.Auth;

/// <summary>The session of a signed-in user: a cookie that only this service can read, for eight hours after its last use.</summary>
internal sealed class SessionCookie(Users users, TimeProvider clock) : CookieAuthenticationEvents
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (User? User, long ReadAt)> _read = new(StringComparer.Ordinal);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = AuthSchemes.SessionCookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookie);
    }

    public static ClaimsPrincipal Principal(User user) => new(new CallerIdentity(user.ToCaller(), AuthSchemes.Session, user.Stamp));

    /// <summary>A session lasts no longer than its user does: deleted, or given another stamp, it ends within a second.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var name = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = context.Principal?.FindFirstValue(CallerIdentity.StampClaim);
        var user = name is null ? null : await FindAsync(name, context.HttpContext.RequestAborted);
        if (user is null || user.Stamp != stamp)
            context.RejectPrincipal();
        else
            context.ReplacePrincipal(Principal(user));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        AuthAnswers.UnauthorizedAsync(context.HttpContext, "The session has ended: sign in again.");

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        AuthAnswers.ForbiddenAsync(context.HttpContext);

    // Only names from cookies this service made come here, so the memory is bounded by the number of users.
    private async Task<User?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(name, out var kept) && clock.GetElapsedTime(kept.ReadAt) < KeptFor)
            return kept.User;
        var user = await users.FindAsync(name, cancellationToken);
        _read[name] = (user, clock.GetTimestamp());
        return user;
    }
}
