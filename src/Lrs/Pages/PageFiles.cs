using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Lrs.Pages;

/// <summary>One answer per request: the file asked for, index.html for an address that only the pages know, or 404.</summary>
internal sealed class PageFiles(string directory)
{
    private const string Index = "/index.html";

    // Everything from this host only, nothing inline: the charts set their styles by script, which style-src does not forbid.
    // dashboards/vite.config.ts previews the pages under the same policy.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly (string Encoding, string Suffix)[] Precompressed = [("br", ".br"), ("gzip", ".gz")];

    private readonly PhysicalFileProvider _files = new(directory);
    private readonly FileExtensionContentTypeProvider _contentTypes = new();

    public Task SendAsync(HttpContext context)
    {
        SecureHeaders(context.Response.Headers);
        var path = context.Request.Path.Value ?? Index;
        if (Find(path) is { } file) return SendAsync(context, path, file);
        // A missing script must not answer with a page: the browser would say "unexpected token <". An agency's code may hold a dot.
        if (_contentTypes.TryGetContentType(path, out _) || Find(Index) is not { } index) return TypedResults.NotFound().ExecuteAsync(context);
        return SendAsync(context, Index, index);
    }

    private IFileInfo? Find(string path) => _files.GetFileInfo(path) is { Exists: true, PhysicalPath: not null } file ? file : null;

    private Task SendAsync(HttpContext context, string path, IFileInfo file)
    {
        var (sent, encoding) = Choose(context.Request, path, file);
        var headers = context.Response.Headers;
        // Names under assets/ carry a hash of their contents; everything else keeps its name when it changes.
        headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null) headers.ContentEncoding = encoding;

        var contentType = _contentTypes.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        if (contentType.StartsWith("text/", StringComparison.Ordinal)) contentType += "; charset=utf-8";
        var tag = new EntityTagHeaderValue($"\"{sent.LastModified.UtcTicks:x}-{sent.Length:x}\"");
        return TypedResults.PhysicalFile(sent.PhysicalPath!, contentType, lastModified: sent.LastModified, entityTag: tag).ExecuteAsync(context);
    }

    private (IFileInfo File, string? Encoding) Choose(HttpRequest request, string path, IFileInfo file)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, suffix) in Precompressed)
        {
            var isAccepted = accepted.Any(given => given.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && given.Quality != 0);
            if (isAccepted && Find(path + suffix) is { } compressed) return (compressed, encoding);
        }
        return (file, null);
    }

    private static void SecureHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
