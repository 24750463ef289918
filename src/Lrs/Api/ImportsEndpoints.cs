using Analytics.Registry;
using Lrs.Auth;
using Lrs.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Lrs.Api;

/// <summary>CSV files into the registry: <c>POST /api/v1/imports/people</c> and its siblings.</summary>
internal static class ImportsEndpoints
{
    private const string MediaType = "text/csv";
    private const string Title = "The file was not imported";

    public static void Map(IEndpointRouteBuilder api)
    {
        var maxBytes = api.ServiceProvider.GetRequiredService<IOptions<ImportOptions>>().Value.MaxBodyBytes;
        var imports = api.MapGroup("/imports").RequireAuthorization(AccessPolicies.Administer).WithTags("Imports")
            .WithMetadata(new RequestSizeLimitAttribute(maxBytes));
        foreach (var table in Enum.GetValues<RegistryTable>())
        {
            imports.MapPost("/" + table.ToString().ToLowerInvariant(), (HttpRequest request, RegistryImport import, CancellationToken cancellation) =>
                ImportAsync(table, request, maxBytes, import, cancellation));
            imports.MapPost($"/{table.ToString().ToLowerInvariant()}/preview", (HttpRequest request, ImportPreview preview, CancellationToken cancellation) =>
                PreviewAsync(table, request, maxBytes, preview, cancellation));
        }
    }

    private static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> ImportAsync(
        RegistryTable table, HttpRequest request, long maxBytes, RegistryImport import, CancellationToken cancellation)
    {
        if (!IsCsv(request.ContentType))
            return Refused(StatusCodes.Status415UnsupportedMediaType, $"Expected Content-Type: {MediaType}, in UTF-8.");
        try
        {
            await using var file = RequestBody.Open(request, maxBytes);
            return await import.RunAsync(table, file, cancellation) switch
            {
                ImportOutcome.Imported imported => TypedResults.Ok(new ImportAnswer(
                    imported.Accepted, imported.Changed, imported.RejectedCount, imported.Rejected)),
                ImportOutcome.UnusableHeader header => Refused(StatusCodes.Status400BadRequest, header.Reason),
                _ => throw new InvalidOperationException("An import ends in one of these ways."),
            };
        }
        catch (BadHttpRequestException e)
        {
            // The body is larger than the limit, or broke off. The chunks before that are stored; sending the file again completes them.
            return Refused(e.StatusCode, e.Message);
        }
    }

    /// <summary>What the import would do; it does nothing.</summary>
    private static async Task<Results<Ok<PreviewedImport>, ProblemHttpResult>> PreviewAsync(
        RegistryTable table, HttpRequest request, long maxBytes, ImportPreview preview, CancellationToken cancellation)
    {
        if (!IsCsv(request.ContentType))
            return Refused(StatusCodes.Status415UnsupportedMediaType, $"Expected Content-Type: {MediaType}, in UTF-8.");
        try
        {
            await using var file = RequestBody.Open(request, maxBytes);
            var (previewed, fault) = await preview.RunAsync(table, file, cancellation);
            return previewed is null ? Refused(StatusCodes.Status400BadRequest, fault!) : TypedResults.Ok(previewed);
        }
        catch (BadHttpRequestException e)
        {
            return Refused(e.StatusCode, e.Message);
        }
    }

    private static ProblemHttpResult Refused(int status, string detail) => TypedResults.Problem(detail, statusCode: status, title: Title);

    private static bool IsCsv(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}

/// <param name="Accepted">Good rows, whether or not they changed anything.</param>
/// <param name="Changed">Those of them that were new or different.</param>
/// <param name="RejectedCount">All rejected rows; <paramref name="Rejected"/> names the first of them.</param>
internal sealed record ImportAnswer(long Accepted, long Changed, long RejectedCount, IReadOnlyList<Rejection> Rejected);
