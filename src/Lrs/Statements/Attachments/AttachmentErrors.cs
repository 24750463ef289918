namespace Lrs.Statements.Attachments;

/// <summary>The body is no multipart/mixed (RFC 2046 5.1), or breaks off before its last boundary.</summary>
internal sealed record MalformedMultipart(string What) : StatementError("", Spec.AttachmentData)
{
    public override string Code => "malformed_multipart";

    protected override string Problem => What;
}

/// <summary>A part lacks a header that it must have, or has another one than it may.</summary>
/// <param name="Part">0 for the first, which holds the statements.</param>
internal sealed record InvalidPart(int Part, string Header, string What) : StatementError($"parts[{Part}].{Header}", Spec.AttachmentData)
{
    public override string Code => "invalid_part";

    protected override string Problem => What;
}

internal sealed record HashMismatch(int Part) : StatementError($"parts[{Part}].{PartHeaders.Hash}", Spec.AttachmentData)
{
    public override string Code => "hash_mismatch";

    protected override string Problem => "is not the SHA-2 hash of the data of its part";
}

internal sealed record UnexpectedPart(int Part) : StatementError($"parts[{Part}].{PartHeaders.Hash}", Spec.AttachmentData)
{
    public override string Code => "unexpected_part";

    protected override string Problem => "is the sha2 of no attachment of the request";
}

/// <summary>What the statement says of an attachment and what its part's headers say must be the same where both say it.</summary>
internal sealed record PartDisagrees(string Path, int Part, string Header) : StatementError(Path, Spec.AttachmentData)
{
    public override string Code => "part_disagrees";

    protected override string Problem => $"says something else than parts[{Part}].{Header}";
}
