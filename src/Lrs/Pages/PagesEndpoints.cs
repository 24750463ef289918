using System.Reflection;

namespace Lrs.Pages;

/// <summary>Serves the built pages (dashboards/) and leads every address of theirs to index.html.</summary>
internal static class PagesEndpoints
{
    private static readonly string[] NotPages = ["/api", "/xapi", "/health", "/swagger"];

    public static void MapPages(this WebApplication app)
    {
        var directory = FindDirectory();
        if (directory is null)
        {
            app.Logger.PagesMissing();
            return;
        }

        var files = new PageFiles(directory);
        // Not a fallback endpoint: one that takes every path would turn the 405 of an API address into a page or a 404.
        app.Use((context, next) => IsForPages(context) ? files.SendAsync(context) : next(context));
    }

    private static bool IsForPages(HttpContext context)
    {
        var request = context.Request;
        return context.GetEndpoint() is null
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && !NotPages.Any(prefix => request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Beside the published program, else where the build put them.</summary>
    private static string? FindDirectory()
    {
        var built = typeof(PagesEndpoints).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "Pages")?.Value;
        string?[] places = [Path.Combine(AppContext.BaseDirectory, "pages"), built];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place ?? "", "index.html")));
    }
}
