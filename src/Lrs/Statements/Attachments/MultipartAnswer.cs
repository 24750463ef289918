using System.Text;
using Analytics.Files;
using Analytics.Statements;

namespace Lrs.Statements.Attachments;

/// <summary>
/// An answer with attachments (xAPI Communication 1.5.2, 2.1.3): multipart/mixed, also where there are none; first the statements, then
/// the data of each attachment that is held, once for each hash, from disk.
/// </summary>
internal sealed class MultipartAnswer(ReadOnlyMemory<byte> json, IEnumerable<StoredStatement> statements, AttachmentFiles files) : IResult
{
    private readonly string _boundary = Guid.NewGuid().ToString("N");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"multipart/mixed; boundary={_boundary}";
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;

        var cancellation = httpContext.RequestAborted;
        await WriteAsync(response, $"--{_boundary}\r\nContent-Type: application/json\r\n\r\n", cancellation);
        await response.Body.WriteAsync(json, cancellation);
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in statements)
        {
            foreach (var attachment in StatedAttachment.Of(statement).Where(attachment => !written.Contains(attachment.Sha2)))
            {
                await using var data = files.OpenRead(statement.Authority, attachment.Sha2);
                if (data is null)
                    continue;
                await WriteAsync(response, HeadersOf(attachment, data.Length), cancellation);
                await data.CopyToAsync(response.Body, cancellation);
                written.Add(attachment.Sha2);
            }
        }

        await WriteAsync(response, $"\r\n--{_boundary}--\r\n", cancellation);
    }

    private string HeadersOf(StatedAttachment attachment, long length) =>
        $"\r\n--{_boundary}\r\nContent-Type: {attachment.ContentType}\r\n{PartHeaders.TransferEncoding}: binary\r\n{PartHeaders.Hash}: {attachment.Sha2}\r\n"
        + $"Content-Length: {length}\r\n\r\n";

    private static ValueTask WriteAsync(HttpResponse response, string text, CancellationToken cancellation) =>
        response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
}
