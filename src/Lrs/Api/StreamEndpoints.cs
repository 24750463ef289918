using Analytics.Ingest;
using Analytics.Streaming;
using Lrs.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lrs.Api;

/// <summary>How far behind the statement stream is, and what could not be stored. Empty where the stream is the embedded one, which keeps nothing back.</summary>
internal static class StreamEndpoints
{
    private const int MaxListed = 1_000;

    public static WebApplication MapStream(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(StoreAway.AnswerAsync).RequireAuthorization(AccessPolicies.Administer).WithTags("Stream");
        api.MapGet("/stream", ReadAsync);
        api.MapGet("/set-aside", ListAsync);
        api.MapPost("/set-aside/{id:guid}/drive", DriveOneAsync);
        api.MapPost("/set-aside/drive-all", DriveAllAsync);
        return app;
    }

    private static async Task<Ok<StreamAnswer>> ReadAsync(IServiceProvider services, IStatementStream stream, CancellationToken cancellation)
    {
        var partitions = services.GetService<StreamPartitions>() is { } read ? await read.ReadAsync(cancellation) : [];
        return TypedResults.Ok(new StreamAnswer(stream.ConsistentThrough, partitions.Sum(one => one.LagMessages), partitions.Max(one => (double?)one.LagSeconds) ?? 0, partitions));
    }

    private static async Task<Ok<IReadOnlyList<SetAside>>> ListAsync(IServiceProvider services, CancellationToken cancellation) =>
        TypedResults.Ok(services.GetService<SetAsideStatements>() is { } setAside ? await setAside.ListAsync(MaxListed, cancellation) : []);

    private static async Task<Results<Ok<DrivenAnswer>, ProblemHttpResult>> DriveOneAsync(Guid id, IServiceProvider services, CancellationToken cancellation) =>
        services.GetService<SetAsideStatements>() is { } setAside && await setAside.DriveAsync(id, cancellation) == 1
            ? TypedResults.Ok(new DrivenAnswer(1))
            : TypedResults.Problem("Nothing was set aside under this id.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    private static async Task<Ok<DrivenAnswer>> DriveAllAsync(IServiceProvider services, CancellationToken cancellation) =>
        TypedResults.Ok(new DrivenAnswer(services.GetService<SetAsideStatements>() is { } setAside ? await setAside.DriveAsync(null, cancellation) : 0));

    private sealed record StreamAnswer(DateTimeOffset ConsistentThrough, long LagMessages, double LagSeconds, IReadOnlyList<StreamPartition> Partitions);

    private sealed record DrivenAnswer(int Driven);
}
