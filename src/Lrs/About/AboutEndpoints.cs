namespace Lrs.About;

/// <summary>The About resource (xAPI Communication 2.8): which versions are spoken. Open to everyone.</summary>
internal static class AboutEndpoints
{
    private static readonly object About = new { version = new[] { "1.0.3", "2.0.0" } };

    public static void MapAbout(this WebApplication app) =>
        app.MapMethods("/xapi/about", [HttpMethods.Get, HttpMethods.Head], () => Results.Json(About)).AllowAnonymous();
}
