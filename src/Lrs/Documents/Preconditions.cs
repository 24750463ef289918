using Lrs.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Lrs.Documents;

/// <summary>
/// If-Match and If-None-Match (xAPI Communication 3.1; RFC 9110 13.1): a client says which document it means to change, or that it
/// means to make a new one.
/// </summary>
internal static class Preconditions
{
    public const string Rule = "xAPI Communication 3.1";

    public static bool AreGiven(HttpRequest request) => request.Headers.IfMatch.Count > 0 || request.Headers.IfNoneMatch.Count > 0;

    /// <summary>The answer where a precondition does not hold, null where all do. Judged on the document that is there, null for none.</summary>
    public static IResult? Refuse(HttpRequest request, Document? document)
    {
        var (match, noneMatch) = (request.Headers.IfMatch, request.Headers.IfNoneMatch);
        if (match.Count > 0 && !Names(match, document, useStrongComparison: true))
            return XapiProblem.PreconditionFailed("There is no document with an ETag that If-Match names; get it anew and send If-Match with its ETag.", Rule);
        if (noneMatch.Count == 0 || !Names(noneMatch, document, useStrongComparison: false))
            return null;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : XapiProblem.PreconditionFailed("There is a document already, which If-None-Match excludes; get it and send If-Match with its ETag.", Rule);
    }

    // RFC 9110 13.1.1, 13.1.2: weak ETags do not count for If-Match and do for If-None-Match, which asks for less.
    private static bool Names(StringValues header, Document? document, bool useStrongComparison)
    {
        if (document is null)
            return false;
        // Clients that compute the SHA-1 themselves, as 1.0.3 lets them, may forget its quotes.
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags))
            return header.ToString() == document.ETag;
        var own = new EntityTagHeaderValue($"\"{document.ETag}\"");
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || own.Compare(tag, useStrongComparison));
    }
}
