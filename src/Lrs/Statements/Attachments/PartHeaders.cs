using System.Globalization;
using Analytics.Files;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lrs.Statements.Attachments;

/// <summary>The headers of a part that holds an attachment's data (xAPI Communication 1.5.2): its hash and that it is binary must be said, the rest may.</summary>
/// <param name="Part">Its place in the body; 0 is the part of the statements.</param>
/// <param name="MediaType">Without parameters, which the standard's own example leaves out in the part.</param>
internal sealed record PartHeaders(int Part, string Sha2, string? MediaType, long? ContentLength)
{
    public const string Hash = "X-Experience-API-Hash";
    public const string TransferEncoding = "Content-Transfer-Encoding";

    public static ParseResult<PartHeaders> Parse(MultipartSection section, int part)
    {
        if (Text(section, Hash) is not { } sha2 || !Sha2Hash.IsOne(sha2))
            return new InvalidPart(part, Hash, "must be the SHA-2 hash of the data: 56, 64, 96 or 128 hexadecimal digits");
        if (!"binary".Equals(Text(section, TransferEncoding), StringComparison.OrdinalIgnoreCase))
            return new InvalidPart(part, TransferEncoding, "must be binary");
        MediaTypeHeaderValue? type = null;
        if (section.ContentType is { } typeText && !MediaTypeHeaderValue.TryParse(typeText, out type))
            return new InvalidPart(part, HeaderNames.ContentType, "must be an Internet media type such as application/pdf");
        long? length = null;
        if (Text(section, HeaderNames.ContentLength) is { } lengthText)
        {
            if (!long.TryParse(lengthText, NumberStyles.None, CultureInfo.InvariantCulture, out var stated))
                return new InvalidPart(part, HeaderNames.ContentLength, "must be the number of bytes of the data");
            length = stated;
        }

        return new PartHeaders(part, sha2, type?.MediaType.Value, length);
    }

    /// <summary>The first of the properties that both the attachment and the part state, and not alike; null if there is none.</summary>
    public PartDisagrees? FindDisagreement(AttachmentReference attachment)
    {
        if (ContentLength is { } length && length != attachment.Length)
            return new PartDisagrees($"{attachment.Path}.length", Part, HeaderNames.ContentLength);
        if (MediaType is not null && !MediaType.Equals(attachment.MediaType, StringComparison.OrdinalIgnoreCase))
            return new PartDisagrees($"{attachment.Path}.contentType", Part, HeaderNames.ContentType);
        return null;
    }

    // Null where it is missing, or stands there twice.
    private static string? Text(MultipartSection section, string name) =>
        section.Headers is { } headers && headers.TryGetValue(name, out var values) && values.Count == 1 ? values[0]?.Trim() : null;
}
