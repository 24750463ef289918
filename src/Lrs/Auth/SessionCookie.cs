using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Lrs.Auth;

/// <summary>The session of a signed-in user: a cookie that only this service can read, until it was idle or lasted for too long.</summary>
internal sealed class SessionCookie : CookieAuthenticationEvents
{
    private const string SignedInAt = "signed-in-at";
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    private readonly Users _users;
    private readonly SignInOptions _signIn;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, (User? User, long ReadAt)> _read = new(StringComparer.Ordinal);

    public SessionCookie(Users users, IOptions<SignInOptions> signIn, TimeProvider clock)
    {
        (_users, _signIn, _clock) = (users, signIn.Value, clock);
        // What a change here says counts from the next request on; other processes notice within a second.
        users.Changed += name => _read.TryRemove(name, out _);
    }

    public static void Configure(CookieAuthenticationOptions options, IOptions<SignInOptions> signIn)
    {
        options.Cookie.Name = AuthSchemes.SessionCookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = signIn.Value.IdleFor;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookie);
    }

    public static ClaimsPrincipal Principal(User user) => new(new CallerIdentity(user.ToCaller(), AuthSchemes.Session, user.Stamp));

    /// <summary>What a session starts with: it goes with the browser, and knows when it began.</summary>
    public AuthenticationProperties Begin(AuthenticationProperties properties)
    {
        properties.IsPersistent = false;
        properties.Items[SignedInAt] = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return properties;
    }

    /// <summary>A session lasts no longer than its user does: deleted, disabled, or given another stamp, it ends within a second.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var name = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = context.Principal?.FindFirstValue(CallerIdentity.StampClaim);
        var user = name is null ? null : await FindAsync(name, context.HttpContext.RequestAborted);
        if (user is null || user.Stamp != stamp || user.DisabledAt is not null || HasEnded(context.Properties))
            context.RejectPrincipal();
        else
            context.ReplacePrincipal(Principal(user));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        AuthAnswers.UnauthorizedAsync(context.HttpContext, "The session has ended: sign in again.");

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        AuthAnswers.ForbiddenAsync(context.HttpContext);

    private bool HasEnded(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(SignedInAt, out var text)
        || !long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
        || _clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) >= _signIn.EndsAfter;

    // Only names from cookies this service made come here, so the memory is bounded by the number of users.
    private async Task<User?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(name, out var kept) && _clock.GetElapsedTime(kept.ReadAt) < KeptFor)
            return kept.User;
        var user = await _users.FindAsync(name, cancellationToken);
        _read[name] = (user, _clock.GetTimestamp());
        return user;
    }
}
