using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lrs.Http;

/// <summary>What every xAPI request passes before sign-in and its resource, in this order.</summary>
internal static class XapiRequests
{
    public static IServiceCollection AddXapiRequests(this IServiceCollection services)
    {
        services.AddOptions<XapiOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RequestsOptions>().BindConfiguration(RequestsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        // First: the framework's own writes JSON to whoever accepts anything beside what they prefer.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ReadableProblems>());
        return services.AddSingleton<RequestBodies>().AddCompressedAnswers();
    }

    public static void UseXapiRequests(this WebApplication app)
    {
        app.UseMiddleware<XapiAnswerHeaders>();
        app.UseMiddleware<CrossOrigin>();
        app.UseMiddleware<AlternateRequestSyntax>();
        app.UseMiddleware<XapiVersionGate>();
        app.UseCompressedAnswers();
        app.UseMiddleware<AllowedMethods>();
        // After what rewrites a request, and so not where the framework would put it, which is first.
        app.UseRouting();
    }
}
