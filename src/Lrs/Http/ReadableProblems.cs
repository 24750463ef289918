using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Net.Http.Headers;

namespace Lrs.Http;

/// <summary>
/// Errors of the xAPI resources as people read them: text, or a page, where the request accepts that rather than JSON (xAPI Communication 3.2;
/// RFC 9110 12.5.1). Programs, which accept JSON or anything, get problem+json.
/// </summary>
internal sealed class ReadableProblems : IProblemDetailsWriter
{
    private const string Text = "text/plain";
    private const string Page = "text/html";

    private static readonly string[] Json = ["application/problem+json", "application/json"];

    public bool CanWrite(ProblemDetailsContext context) =>
        context.HttpContext.Request.Path.StartsWithSegments("/xapi") && TypeFor(context.HttpContext.Request) is not null;

    public ValueTask WriteAsync(ProblemDetailsContext context) =>
        new(WriteAsync(context.HttpContext, TypeFor(context.HttpContext.Request) ?? Text, context.ProblemDetails.Title, context.ProblemDetails.Detail));

    /// <summary>The media type of an error for people, null where JSON is as welcome or nothing that there is.</summary>
    public static string? TypeFor(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
            return null;
        var accepted = request.GetTypedHeaders().Accept;
        var (text, page) = (QualityOf(Text, accepted), QualityOf(Page, accepted));
        return Math.Max(text, page) <= Json.Max(type => QualityOf(type, accepted)) ? null : text >= page ? Text : Page;
    }

    /// <summary>With its Content-Length, which a HEAD request is answered too. The status must be set.</summary>
    public static Task WriteAsync(HttpContext context, string type, string? title, string? detail)
    {
        var response = context.Response;
        var heading = $"{response.StatusCode} {title}";
        var body = Encoding.UTF8.GetBytes(type == Page ? PageOf(heading, detail ?? "") : $"{heading}\n{detail}\n");
        response.ContentType = $"{type}; charset=utf-8";
        response.ContentLength = body.Length;
        // The detail may quote what came.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    private static string PageOf(string heading, string detail)
    {
        var (title, text) = (HtmlEncoder.Default.Encode(heading), HtmlEncoder.Default.Encode(detail));
        return $"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<h1>{title}</h1>\n<p>{text}</p>\n</html>\n";
    }

    // Of the ranges that hold the type the closest counts, as of text/html, text/* and */*.
    private static double QualityOf(string type, IList<MediaTypeHeaderValue> accepted)
    {
        var sought = new MediaTypeHeaderValue(type);
        var closest = accepted.Where(sought.IsSubsetOf).MaxBy(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2);
        return closest is null ? 0 : closest.Quality ?? 1;
    }
}
