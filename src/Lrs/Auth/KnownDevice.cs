using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Lrs.Auth;

/// <summary>
/// A cookie that says: from this browser this user has signed in before. It signs nobody in. It gives the browser a count of failures of its
/// own, so that a stranger who guesses a name's password keeps its owner from signing in nowhere but on a device that is new.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Cookie = "lrs_device";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("lrs.known-device").ToTimeLimitedDataProtector();

    /// <summary>What tells this device from others, or null where the user has not signed in from it.</summary>
    public string? Find(HttpRequest request, string userName)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 } value)
            return null;
        try
        {
            return _protector.Unprotect(value) is var text && text.Split(' ', 2) is [var device, var name] && name == userName ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, string userName)
    {
        var device = Find(context.Request, userName) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, _protector.Protect($"{device} {userName}", clock.GetUtcNow() + KeptFor), new CookieOptions
        {
            HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/api/v1/session", MaxAge = KeptFor, IsEssential = true,
        });
    }
}
