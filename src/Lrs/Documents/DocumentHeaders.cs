using Microsoft.Net.Http.Headers;

namespace Lrs.Documents;

/// <summary>What an answer says of the document beside its contents.</summary>
internal static class DocumentHeaders
{
    /// <summary>ETag and Last-Modified (xAPI Communication 2.2, 3.1), after a write too, so that the next needs no GET before it.</summary>
    public static void Add(HttpResponse response, Document document)
    {
        var headers = response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{document.ETag}\"");
        headers.LastModified = document.UpdatedAt;
    }

    /// <summary>
    /// Contents of any type come from outside, so a browser that is led here must not run them as a page of ours.
    /// </summary>
    public static void AddPrecautions(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox";
    }
}
