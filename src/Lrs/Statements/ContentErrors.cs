namespace Lrs.Statements;

/// <summary>A string that does not have the form its place asks for. Value is given only where it cannot be about a person.</summary>
internal abstract record InvalidFormat(string Path, string What, string? Value, string Rule) : StatementError(Path, Rule)
{
    protected override string Problem => Value is null ? What : $"{What}; it is {Quote(Value)}";
}

internal sealed record InvalidUuid(string Path, string What) : InvalidFormat(Path, What, null, Spec.Id)
{
    public override string Code => "invalid_uuid";
}

internal sealed record InvalidIri(string Path, string What, string? Value) : InvalidFormat(Path, What, Value, Spec.Iri)
{
    public override string Code => "invalid_iri";
}

internal sealed record InvalidExtensionKey(string Path, string What) : InvalidFormat(Path, What, null, Spec.Extensions)
{
    public override string Code => "invalid_extension_key";
}

internal sealed record InvalidTimestamp(string Path, string What, string? Value) : InvalidFormat(Path, What, Value, Spec.Timestamp)
{
    public override string Code => "invalid_timestamp";
}

internal sealed record InvalidDuration(string Path, string What, string? Value) : InvalidFormat(Path, What, Value, Spec.Duration)
{
    public override string Code => "invalid_duration";
}

internal sealed record InvalidLanguageTag(string Path, string What, string? Value) : InvalidFormat(Path, What, Value, Spec.LanguageMap)
{
    public override string Code => "invalid_language_tag";
}

internal sealed record InvalidMbox(string Path, string What) : InvalidFormat(Path, What, null, Spec.Identifier)
{
    public override string Code => "invalid_mbox";
}

internal sealed record InvalidMboxSha1Sum(string Path, string What) : InvalidFormat(Path, What, null, Spec.Identifier)
{
    public override string Code => "invalid_mbox_sha1sum";
}

internal sealed record InvalidSha2(string Path, string What) : InvalidFormat(Path, What, null, Spec.Attachment)
{
    public override string Code => "invalid_sha2";
}

internal sealed record InvalidMediaType(string Path, string What, string? Value) : InvalidFormat(Path, What, Value, Spec.Attachment)
{
    public override string Code => "invalid_media_type";
}

internal sealed record InvalidVersion(string Path, string What, string? Value) : InvalidFormat(Path, What, Value, Spec.Version)
{
    public override string Code => "invalid_version";
}

/// <summary>A value from outside a closed list, such as an objectType or an interactionType.</summary>
internal sealed record InvalidValue(string Path, string Expected, string? Value, string Rule)
    : InvalidFormat(Path, $"must be {Expected}", Value, Rule)
{
    public override string Code => "invalid_value";
}

internal sealed record OutOfRange(string Path, string What, string Rule) : InvalidFormat(Path, What, null, Rule)
{
    public override string Code => "out_of_range";
}

internal sealed record EmptyList(string Path, string Rule) : InvalidFormat(Path, "must not be empty", null, Rule)
{
    public override string Code => "empty_list";
}

internal sealed record NoIdentifier(string Path, string Rule) : StatementError(Path, Rule)
{
    public override string Code => "no_identifier";

    protected override string Problem => "must have exactly one of mbox, mbox_sha1sum, openid and account; it has none";
}

internal sealed record TwoIdentifiers(string Path, string Rule) : StatementError(Path, Rule)
{
    public override string Code => "two_identifiers";

    protected override string Problem => "must have exactly one of mbox, mbox_sha1sum, openid and account; it has more";
}

internal sealed record DuplicateComponentId(string Path) : StatementError(Path, Spec.Interaction)
{
    public override string Code => "duplicate_component_id";

    protected override string Problem => "another component of the same list has this id already";
}

internal sealed record OnlyWithActivity(string Path) : StatementError(Path, Spec.Context)
{
    public override string Code => "only_with_activity";

    protected override string Problem => "may be used only where the object of the statement is an Activity";
}

internal sealed record NestedSubStatement(string Path) : StatementError(Path, Spec.StatementAsObject)
{
    public override string Code => "nested_sub_statement";

    protected override string Problem => "a SubStatement must not contain a SubStatement";
}

internal sealed record VoidingWithoutReference(string Path) : StatementError(Path, Spec.Voiding)
{
    public override string Code => "voiding_without_reference";

    protected override string Problem => "the object of a voiding statement must be a StatementRef, with objectType and id";
}

internal sealed record InvalidAuthority(string Path) : StatementError(Path, Spec.Authority)
{
    public override string Code => "invalid_authority";

    protected override string Problem => "a Group as authority must be anonymous and have exactly two members: the application, identified by account, and the user";
}

internal sealed record InvalidSignature(string Path, string What) : InvalidFormat(Path, What, null, Spec.Signature)
{
    public override string Code => "invalid_signature";
}

internal sealed record MissingAttachmentData(string Path) : StatementError(Path, Spec.AttachmentData)
{
    public override string Code => "missing_attachment_data";

    protected override string Problem => "is missing; without it the data must come with the request, as a part of multipart/mixed";
}
