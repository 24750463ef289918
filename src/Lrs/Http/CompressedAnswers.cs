using Microsoft.AspNetCore.ResponseCompression;

namespace Lrs.Http;

/// <summary>
/// Statements go out compressed to a client that asks for it: a page of 500 was 24 kB instead of 342 kB. Nothing else is compressed:
/// <list type="bullet">
/// <item>Documents, because their ETag is the SHA-1 of what is sent, and must not be where the encoding is another (xAPI Communication 3.1).</item>
/// <item>Answers by session. BREACH reads a secret from the length of compressed answers that a browser fetches for another site; a
/// browser adds a cookie by itself, but no credential.</item>
/// </list>
/// </summary>
internal static class CompressedAnswers
{
    public static IServiceCollection AddCompressedAnswers(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["application/json"];
        options.Providers.Add<GzipCompressionProvider>();
    });

    // HEAD too, which is answered with the headers that GET has (xAPI Communication 1.1).
    public static void UseCompressedAnswers(this IApplicationBuilder app) =>
        app.UseWhen(context => IsFitting(context.Request), static statements => statements.UseResponseCompression());

    private static bool IsFitting(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Path.StartsWithSegments("/xapi/statements")
        && request.Headers.Authorization.Count > 0
        && request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
}
