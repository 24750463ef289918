using Analytics.Relational;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Lrs.Auth;

internal static class AuthServices
{
    /// <summary>Adds sign-in by credential and by session, the access policies and the access log. Needs the relational store.</summary>
    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOidc();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Credentials>();
        services.AddSingleton<CredentialCache>();
        services.AddSingleton<CredentialUse>();
        services.AddSingleton<OriginsInUse>();
        services.AddSingleton<Users>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<RecordReads>();
        services.AddHostedService(provider => provider.GetRequiredService<RecordReads>());
        services.AddHostedService(provider => provider.GetRequiredService<CredentialUse>());
        services.AddDataProtection().SetApplicationName("lrs");
        services.AddOptions<KeyManagementOptions>()
            .Configure<RelationalStore>((options, store) => options.XmlRepository = new SessionKeys(store));
        services.AddAuthentication(AuthSchemes.Either)
            .AddPolicyScheme(AuthSchemes.Either, displayName: null, options => options.ForwardDefaultSelector = AuthSchemes.Choose)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthenticationHandler>(AuthSchemes.Basic, configureOptions: null)
            .AddCookie(AuthSchemes.Session);
        services.AddOptions<CookieAuthenticationOptions>(AuthSchemes.Session).Configure<IOptions<SignInOptions>>(SessionCookie.Configure);
        services.AddAuthorization(AccessPolicies.Add);
        return services;
    }

    /// <summary>Maps the session, users and credentials of the JSON API.</summary>
    public static WebApplication MapAuth(this WebApplication app)
    {
        if (string.IsNullOrEmpty(app.Services.GetRequiredService<IOptions<AuthOptions>>().Value.RootKey))
            app.Logger.NoRootCredential();
        var api = app.MapGroup("/api/v1");
        SessionEndpoints.Map(api);
        UsersEndpoints.Map(api);
        CredentialsEndpoints.Map(api);
        return app;
    }
}
