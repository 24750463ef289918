using System.Text.Json;
using Analytics.Files;
using Analytics.Ingest;
using Lrs.Http;

namespace Lrs.Statements.Signatures;

/// <summary>
/// Signed statements (xAPI Data 2.6): each signature must be well-formed, have signed the statement it comes with, and match the
/// certificate it brings, if any. A signature whose data is elsewhere (fileUrl) cannot be looked at.
/// </summary>
internal sealed class SignatureCheck(XapiVersion version, ParseLimits limits, int maxStatementBytes)
{
    /// <summary>Null if the statement's signatures are good, or it has none.</summary>
    public async Task<StatementError?> FindProblemAsync(
        ParsedStatement statement, IReadOnlyDictionary<string, IncomingFile> files, CancellationToken cancellation)
    {
        // A signature among a SubStatement's attachments would sign something that the standard does not name: it is data like any other.
        foreach (var attachment in statement.Attachments.Where(attachment => attachment is { IsSignature: true, InSubStatement: false }))
        {
            if (!files.TryGetValue(attachment.Sha2, out var file))
                continue;
            // Base64 takes four bytes for three; the header with its certificates is small beside that.
            if (file.Length > maxStatementBytes * 2L)
                return new InvalidSignature(attachment.Path, "is longer than the signature of a statement can be");
            if (FindProblem(statement, await ReadAsync(file, cancellation)) is { } problem)
                return new InvalidSignature(attachment.Path, problem);
        }

        return null;
    }

    private string? FindProblem(ParsedStatement statement, byte[] data)
    {
        if (JsonWebSignature.Parse(data, out var problem) is not { } signature)
            return problem;
        if (!StatementParser.Parse(signature.Payload, version, limits).TryGetValue(out var payload, out var error))
            return $"signs what is no statement: {error.Message}";
        if (payload.IsArray || !IsSame(payload.Statements[0], statement))
            return "signs another statement than the one it comes with";
        return signature.MatchesItsCertificate() == false ? "does not match the first certificate of its x5c" : null;
    }

    private bool IsSame(ParsedStatement signed, ParsedStatement received)
    {
        // What the LRS may set is ignored, but it never changes an id or a timestamp that it got.
        if (signed.Id is { } id && received.Id is { } other && id != other)
            return false;
        return (!signed.HasTimestamp || !received.HasTimestamp || Timestamp(signed) == Timestamp(received))
            && StatementFingerprint.OfUnsigned(signed.Raw.Span) == StatementFingerprint.OfUnsigned(received.Raw.Span);
    }

    private DateTimeOffset Timestamp(ParsedStatement statement)
    {
        using var document = JsonDocument.Parse(statement.Raw, new JsonDocumentOptions { MaxDepth = limits.MaxDepth + 1 });
        var text = System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetProperty("timestamp"u8).GetString()!);
        return Iso8601Timestamp.TryParse(text, out var moment) ? moment : throw new InvalidOperationException("The parser let a timestamp pass that cannot be read.");
    }

    private static async Task<byte[]> ReadAsync(IncomingFile file, CancellationToken cancellation)
    {
        var data = new byte[file.Length];
        await using var stream = file.OpenRead();
        await stream.ReadExactlyAsync(data, cancellation);
        return data;
    }
}
