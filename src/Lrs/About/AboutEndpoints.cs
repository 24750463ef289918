using System.Text.Json;
using Lrs.Http;
using Lrs.Statements;
using Microsoft.Extensions.Options;

namespace Lrs.About;

/// <summary>
/// The About resource (xAPI Communication 2.8): which versions are spoken, and how much may be sent or is given at once. Open to everyone,
/// and for requests of any version or none, because a client asks here which to use.
/// </summary>
internal static class AboutEndpoints
{
    private const string LimitsExtension = "https://lan.go.id/lrs/extensions/limits";

    public static void MapAbout(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<StatementsOptions>>().Value;
        var about = JsonSerializer.SerializeToUtf8Bytes(new
        {
            version = new[] { XapiVersion.V1_0_3.Text(), XapiVersion.V2_0_0.Text() },
            extensions = new Dictionary<string, object>
            {
                [LimitsExtension] = new { maxBodyBytes = limits.MaxBodyBytes, maxStatements = limits.MaxStatements, maxPageStatements = limits.MaxPageStatements },
            },
        });
        app.MapMethods("/xapi/about", [HttpMethods.Get, HttpMethods.Head], (HttpRequest request) =>
                StatementsEndpoints.UnknownParameter(request.Query, []) ?? Results.Bytes(about, "application/json"))
            .AllowAnonymous();
    }
}
