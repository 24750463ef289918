namespace Lrs.Statements;

/// <summary>The statements of one request, in the order they came. An empty array is a batch of none.</summary>
internal sealed record ParsedBatch(IReadOnlyList<ParsedStatement> Statements, bool IsArray);

/// <summary>A statement that keeps every rule of the standard: what accepting needs to know of it, and its bytes as received.</summary>
internal sealed record ParsedStatement
{
    public static readonly IReadOnlyList<AttachmentReference> NoAttachments = [];

    public Guid? Id { get; init; }

    /// <summary>The id as it was spelled; ids are compared without case but answered as received.</summary>
    public string? IdText { get; init; }

    /// <summary>Exactly the bytes of this statement within the body.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public string? Version { get; init; }

    /// <summary>The statement that this one voids.</summary>
    public Guid? Voids { get; init; }

    public bool HasTimestamp { get; init; }

    /// <summary>Attachments of the statement, then or before them those of its SubStatement, as they came.</summary>
    public IReadOnlyList<AttachmentReference> Attachments { get; init; } = NoAttachments;
}

/// <summary>What a statement says of one attachment: enough to match it with its part by SHA-2 and to check that part.</summary>
internal sealed record AttachmentReference
{
    public required string Sha2 { get; init; }

    public required long Length { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The content type without its parameters.</summary>
    public string MediaType => ContentType.Split(';', 2)[0].TrimEnd();

    public string? FileUrl { get; init; }

    /// <summary>True if it carries the JSON web signature of the statement (xAPI-Data 2.6).</summary>
    public bool IsSignature { get; init; }

    public required bool InSubStatement { get; init; }

    public required int Position { get; init; }

    /// <summary>Where it stands in the statement, as a JSON pointer (RFC 6901).</summary>
    public string Pointer => InSubStatement ? $"/object/attachments/{Position}" : $"/attachments/{Position}";

    /// <summary>Where it stands in the statement, written as in a <see cref="StatementError"/>.</summary>
    public string Path => InSubStatement ? $"object.attachments[{Position}]" : $"attachments[{Position}]";
}
