namespace Lrs.Api;

internal static class RegistryEndpoints
{
    /// <summary>Maps the imports and look-ups of the registry.</summary>
    public static WebApplication MapRegistry(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(StoreAway.AnswerAsync);
        ImportsEndpoints.Map(api);
        RegistrySearchEndpoints.Map(api);
        PeopleLookupEndpoints.Map(api);
        AgenciesEndpoints.Map(api);
        return app;
    }
}
