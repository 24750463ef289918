using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lrs.Auth;

/// <summary>HTTP Basic with a platform's credential (XAPI-00334, XAPI-00335: 401 where it is missing, malformed or wrong, 403 where it may not).</summary>
internal sealed class BasicAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, CredentialCache credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private static readonly AuthenticateResult Malformed = AuthenticateResult.Fail("The Authorization header is not HTTP Basic in base64 and UTF-8.");
    private static readonly AuthenticateResult Wrong = AuthenticateResult.Fail("No credential has this key and secret.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
            return AuthenticateResult.NoResult();
        if (header.Count > 1 || !BasicCredentials.TryParse(header.ToString(), out var key, out var secret))
            return Malformed;
        var ticket = await credentials.FindAsync(key, secret, Context.RequestAborted);
        return ticket is null ? Wrong : AuthenticateResult.Success(ticket);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        await AuthAnswers.UnauthorizedAsync(Context, result.Failure?.Message ?? "The call needs a credential, by HTTP Basic, or a signed-in user.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => AuthAnswers.ForbiddenAsync(Context);
}
