namespace Lrs.Statements;

/// <summary>
/// Why a request was refused: what, where, what was expected. A closed set: one record for each reason.
/// Nothing in it may be personal data, it is logged and answered: names, mailboxes and account names are never quoted.
/// </summary>
internal abstract record StatementError(string Path, string Rule)
{
    private protected const int MaxQuoted = 60;

    /// <summary>Place of the statement in the batch, 0 for a single one; null if the body as a whole is meant.</summary>
    public int? Index { get; init; }

    /// <summary>The reason as one word, for metrics and for programs.</summary>
    public abstract string Code { get; }

    /// <summary>A sentence for the person who mends the client.</summary>
    public string Message => $"{Where}: {Problem}";

    /// <summary>What is wrong, to be read after the place.</summary>
    protected abstract string Problem { get; }

    private protected virtual string Where => (Index, Path) switch
    {
        (null, "") => "The text as a whole",
        (null, _) => Path,
        (_, "") => $"Statement {Index}",
        _ => $"Statement {Index}, {Path}",
    };

    public sealed override string ToString() => $"{Code}: {Message} ({Rule})";

    private protected static string Quote(string text) =>
        text.Length <= MaxQuoted ? $"\"{text}\"" : $"\"{text.AsSpan(0, MaxQuoted)}…\"";
}

internal sealed record MalformedJson(long BytePosition, string What) : StatementError("", Spec.Json)
{
    public override string Code => "malformed_json";

    protected override string Problem => $"{What} (byte {BytePosition})";

    private protected override string Where => "The text as a whole";
}

internal sealed record InvalidUtf8(long BytePosition) : StatementError("", Spec.Encoding)
{
    public override string Code => "invalid_utf8";

    protected override string Problem => $"is not UTF-8 (byte {BytePosition})";
}

internal sealed record InvalidCharacter(string Path, string What) : StatementError(Path, Spec.Encoding)
{
    public override string Code => "invalid_character";

    protected override string Problem => $"holds {What}";
}

internal sealed record TooDeep(string Path, int MaxDepth) : StatementError(Path, Spec.Limits)
{
    public override string Code => "too_deep";

    protected override string Problem => $"objects and arrays are nested deeper than {MaxDepth} levels";
}

internal sealed record TooManyStatements(int MaxStatements) : StatementError("", Spec.Limits)
{
    public override string Code => "too_many_statements";

    protected override string Problem => $"holds more than {MaxStatements} statements; send them in several requests";
}

internal sealed record DuplicateStatementId(string Path, int FirstIndex) : StatementError(Path, Spec.Batch)
{
    public override string Code => "duplicate_statement_id";

    protected override string Problem => $"statement {FirstIndex} of the same request has this id already (ids are compared without case)";
}

internal sealed record MissingProperty(string Path, string Of, string Rule) : StatementError(Path, Rule)
{
    public override string Code => "missing_property";

    protected override string Problem => $"is missing; {Of} must have it";
}

internal sealed record UnknownProperty(string Path, string Of, string? Hint) : StatementError(Path, Spec.Formatting)
{
    public override string Code => "unknown_property";

    protected override string Problem => $"is not a property of {Of}{(Hint is null ? "" : "; " + Hint)}";
}

internal sealed record DuplicateProperty(string Path) : StatementError(Path, Spec.Formatting)
{
    public override string Code => "duplicate_property";

    protected override string Problem => "stands more than once in its object";
}

internal sealed record WrongType(string Path, string Expected, string Found) : StatementError(Path, Spec.Formatting)
{
    public override string Code => "wrong_type";

    protected override string Problem => $"must be {Expected}, not {Found}";
}

internal sealed record NullValue(string Path) : StatementError(Path, Spec.Formatting)
{
    public override string Code => "null_value";

    protected override string Problem => "is null; leave the property out instead (null is allowed only within extensions)";
}
