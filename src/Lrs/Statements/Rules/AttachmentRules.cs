using System.Buffers;
using System.Text.Json;

namespace Lrs.Statements.Rules;

/// <summary>Attachments (xAPI-Data 2.4.11, 2.6): what a statement says of them. Whether the data came is for the endpoint to see.</summary>
internal static class AttachmentRules
{
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>
    /// A request of application/json brings no data, so each attachment must say where to get it (xAPI-Communication 1.5.1).
    /// Null if that is so. Requests of multipart/mixed have their own check.
    /// </summary>
    public static StatementError? FindWithoutFileUrl(ParsedBatch batch)
    {
        for (var i = 0; i < batch.Statements.Count; i++)
        {
            foreach (var attachment in batch.Statements[i].Attachments)
            {
                if (attachment.FileUrl is null) return new MissingAttachmentData($"{attachment.Path}.fileUrl") { Index = i };
            }
        }

        return null;
    }

    public static bool Check(ref StatementReader reader, bool inSubStatement)
    {
        if (!reader.EnterArray()) return false;
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (!CheckAttachment(ref reader, inSubStatement, index)) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckAttachment(ref StatementReader reader, bool inSubStatement, int index)
    {
        if (!reader.EnterObject()) return false;
        var read = new ReadAttachment();
        var seen = Names.None;
        while (reader.NextProperty(Shape.Attachment, ref seen, out var name))
        {
            if (!CheckProperty(ref reader, name, ref read)) return false;
        }

        if (reader.Error is not null) return false;
        if (read.IsSignature && !MediaTypeRules.IsOctetStream(read.ContentType))
            return reader.Fail(new InvalidSignature(reader.PathTo("contentType"), "must be application/octet-stream for a signature"));
        reader.Add(new AttachmentReference
        {
            Sha2 = read.Sha2,
            Length = read.Length,
            ContentType = read.ContentType,
            FileUrl = read.FileUrl,
            IsSignature = read.IsSignature,
            InSubStatement = inSubStatement,
            Position = index,
        });
        return true;
    }

    private static bool CheckProperty(ref StatementReader reader, Names name, ref ReadAttachment read)
    {
        switch (name)
        {
            case Names.Display or Names.Description:
                return LanguageMapRules.Check(ref reader);
            case Names.Length:
                return CheckLength(ref reader, out read.Length);
            case Names.UsageType:
                read.IsSignature = reader.Token == JsonTokenType.String
                    && reader.TextEquals("http://adlnet.gov/expapi/attachments/signature"u8);
                return IriRules.Check(ref reader, mayQuote: true);
            case Names.ContentType:
                return MediaTypeRules.Check(ref reader) && Keep(ref reader, out read.ContentType);
            case Names.Sha2:
                return CheckSha2(ref reader) && Keep(ref reader, out read.Sha2);
            default:
                return IriRules.Check(ref reader) && Keep(ref reader, out read.FileUrl!);
        }
    }

    private static bool Keep(ref StatementReader reader, out string text)
    {
        text = reader.TextAsString();
        return true;
    }

    private static bool CheckLength(ref StatementReader reader, out long length) =>
        reader.IsInteger(out length)
        && (length >= 0 || reader.Fail(new OutOfRange(reader.Path(), "must not be negative", Spec.Attachment)));

    // The standard says SHA-2 and no more: SHA-224, 256, 384 and 512 are told apart by their length.
    private static bool CheckSha2(ref StatementReader reader)
    {
        if (!reader.IsString()) return false;
        var text = reader.Text();
        return (text.Length is 56 or 64 or 96 or 128 && !text.ContainsAnyExcept(HexDigits))
            || reader.Fail(new InvalidSha2(reader.Path(), "must be a SHA-2 hash: 56, 64, 96 or 128 hexadecimal digits"));
    }

    private struct ReadAttachment
    {
        public string Sha2 = "";
        public string ContentType = "";
        public string? FileUrl;
        public long Length;
        public bool IsSignature;

        public ReadAttachment()
        {
        }
    }
}
