using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Lrs.Auth;

/// <summary>Sign-in by OpenID Connect: the code flow with PKCE (RFC 7636), where the settings name an authority.</summary>
internal static class OidcServices
{
    public const string Callback = "/api/v1/session/oidc/callback";

    public static IServiceCollection AddOidc(this IServiceCollection services)
    {
        services.AddOptions<OidcOptions>().BindConfiguration(OidcOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddTransient<OpenIdConnectHandler>();
        services.AddTransient<OidcSignIn>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddOptions<OpenIdConnectOptions>(AuthSchemes.Oidc).Configure<IOptions<OidcOptions>, TimeProvider>(
            (connect, oidc, clock) => Configure(connect, oidc.Value, clock));
        // Only where it is on: a scheme that answers callbacks is made for every request.
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<OidcOptions>>((authentication, oidc) =>
        {
            if (oidc.Value.IsOn)
                authentication.AddScheme<OpenIdConnectHandler>(AuthSchemes.Oidc, displayName: null);
        });
        return services;
    }

    public static void MapOidc(IEndpointRouteBuilder session) => session.MapGet("/oidc", SignIn).AllowAnonymous();

    /// <summary>Sends a browser to the provider, and from there back to the page <paramref name="next"/>.</summary>
    private static IResult SignIn(IOptions<OidcOptions> oidc, string next = "/") => oidc.Value.IsOn
        ? Results.Challenge(new AuthenticationProperties { RedirectUri = IsOfThisSite(next) ? next : "/" }, [AuthSchemes.Oidc])
        : TypedResults.Problem("Sign-in by OpenID Connect is not set up here.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    // "//elsewhere" and "/\elsewhere" are other sites to a browser.
    private static bool IsOfThisSite(string path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);

    private static void Configure(OpenIdConnectOptions connect, OidcOptions oidc, TimeProvider clock)
    {
        if (!oidc.IsOn)
            return;
        connect.TimeProvider = clock;
        (connect.Authority, connect.ClientId, connect.ClientSecret) = (oidc.Authority, oidc.ClientId, oidc.ClientSecret);
        connect.RequireHttpsMetadata = !new Uri(oidc.Authority!).IsLoopback;
        connect.CallbackPath = Callback;
        connect.SignInScheme = AuthSchemes.Session;
        connect.EventsType = typeof(OidcSignIn);
        connect.ResponseType = OpenIdConnectResponseType.Code;
        // By query, so that its cookies need not go with requests that another site makes.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        (connect.CorrelationCookie.SameSite, connect.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        (connect.CorrelationCookie.SecurePolicy, connect.NonceCookie.SecurePolicy) = (CookieSecurePolicy.SameAsRequest, CookieSecurePolicy.SameAsRequest);
        connect.UsePkce = true;
        connect.MapInboundClaims = false;
        connect.GetClaimsFromUserInfoEndpoint = true;
        // From the userinfo endpoint, for providers that keep the token small. Of a list each member is a claim.
        connect.ClaimActions.Clear();
        foreach (var claim in (string[])[oidc.RoleClaim, oidc.AgencyClaim, oidc.ProviderClaim, oidc.NipClaim, oidc.NameClaim])
            connect.ClaimActions.MapJsonKey(claim, claim);
        connect.SaveTokens = false;
        connect.Scope.Clear();
        foreach (var scope in oidc.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            connect.Scope.Add(scope);
    }
}
