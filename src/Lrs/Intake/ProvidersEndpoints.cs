using Analytics.Compliance;
using Analytics.Intake;
using Lrs.Api;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Intake;

/// <summary>What came from each platform: LAN sees all, a platform itself.</summary>
internal static class ProvidersEndpoints
{
    private const int DefaultDays = 30;
    private const int MaxDays = 92;
    private const int MaxActivities = 2_000;

    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RefusalTable>().AddSingleton<Refusals>().AddSingleton<IntakeReader>().AddSingleton<TestStatement>();
        return services.AddHostedService(provider => provider.GetRequiredService<Refusals>());
    }

    public static WebApplication MapProviders(this WebApplication app)
    {
        var providers = app.MapGroup("/api/v1/providers").AddEndpointFilter(StoreAway.AnswerAsync).WithTags("Providers");
        providers.MapGet("", ListAsync).RequireAuthorization(AccessPolicies.Administer);
        providers.MapGet("/{provider}/intake", IntakeAsync).RequireAuthorization(AccessPolicies.SeeProviders);
        providers.MapGet("/{provider}/activities", ActivitiesAsync).RequireAuthorization(AccessPolicies.SeeProviders);
        providers.MapPost("/{provider}/test-statement", TestAsync).RequireAuthorization(AccessPolicies.SeeProviders);
        return app;
    }

    private static async Task<Results<Ok<IReadOnlyList<ProviderSummary>>, ProblemHttpResult>> ListAsync(
        IntakeReader reader, TimeProvider clock, CancellationToken cancellation, DateOnly? from = null, DateOnly? to = null) =>
        TrySpan(from, to, clock, out var first, out var last)
            ? TypedResults.Ok(await reader.ListAsync(first, last, cancellation))
            : NoSpan();

    private static async Task<Results<Ok<ProviderIntake>, ForbidHttpResult, ProblemHttpResult>> IntakeAsync(
        string provider, HttpContext context, IntakeReader reader, TimeProvider clock, CancellationToken cancellation,
        DateOnly? from = null, DateOnly? to = null)
    {
        if (!context.Caller().MaySeeProvider(Name(provider)))
            return TypedResults.Forbid();
        return TrySpan(from, to, clock, out var first, out var last)
            ? TypedResults.Ok(await reader.ReadAsync(Name(provider), first, last, cancellation))
            : NoSpan();
    }

    private static async Task<Results<Ok<IReadOnlyList<ActivityWorth>>, ForbidHttpResult>> ActivitiesAsync(
        string provider, HttpContext context, ActivityWorths activities, CancellationToken cancellation) =>
        context.Caller().MaySeeProvider(Name(provider))
            ? TypedResults.Ok(await activities.OfAsync(Name(provider), MaxActivities, cancellation))
            : TypedResults.Forbid();

    private static async Task<Results<Ok<TestAnswer>, ForbidHttpResult>> TestAsync(
        string provider, HttpContext context, TestStatement test, CancellationToken cancellation) =>
        context.Caller().MaySeeProvider(Name(provider)) ? TypedResults.Ok(await test.RunAsync(context, cancellation)) : TypedResults.Forbid();

    // Routing leaves an encoded slash as it is.
    private static string Name(string provider) => provider.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static bool TrySpan(DateOnly? from, DateOnly? to, TimeProvider clock, out DateOnly first, out DateOnly last)
    {
        last = to ?? IntakeQueries.DayOf(clock.GetUtcNow());
        first = from ?? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - DefaultDays + 1));
        return first.Year is >= 2000 and < 2200 && last.Year is >= 2000 and < 2200 && last.DayNumber - first.DayNumber is >= 0 and < MaxDays;
    }

    private static ProblemHttpResult NoSpan() => TypedResults.Problem(
        $"\"from\" and \"to\" have to be days (2026-03-14), in this order and at most {MaxDays} of them.",
        statusCode: StatusCodes.Status400BadRequest, title: "Refused");
}
