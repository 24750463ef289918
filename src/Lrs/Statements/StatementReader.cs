using System.Text.Json;
using Lrs.Http;

namespace Lrs.Statements;

/// <summary>
/// Walks the JSON once, forwards, and knows where it is. Rules ask it for the next property or element and read the value;
/// the first refusal is kept in <see cref="Error"/>, after which everything returns false.
/// Syntax errors alone leave it as a JsonException, caught in StatementParser.
/// </summary>
internal ref partial struct StatementReader
{
    private readonly PathStep[] _path;
    private int _statementDepth;
    private Utf8JsonReader _json;
    private byte[] _unescaped = [];
    private bool _holdsNul;
    private List<AttachmentReference>? _attachments;

    public StatementReader(ReadOnlyMemory<byte> body, XapiVersion version, ParseLimits limits)
    {
        // One level more than is allowed, so that it is we who notice, with a path.
        _json = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        _path = new PathStep[limits.MaxDepth + 2];
        (Body, Version, Limits) = (body, version, limits);
    }

    public ReadOnlyMemory<byte> Body { get; }

    public XapiVersion Version { get; }

    public ParseLimits Limits { get; }

    public StatementError? Error { get; private set; }

    public readonly JsonTokenType Token => _json.TokenType;

    /// <summary>First byte of the current token.</summary>
    public readonly int TokenStart => (int)_json.TokenStartIndex;

    /// <summary>First byte after the current token.</summary>
    public readonly int TokenEnd => (int)_json.BytesConsumed;

    /// <summary>Goes to the next token, whatever it is; false at the end or if it holds text that is not Unicode.</summary>
    public bool Read()
    {
        if (!_json.Read()) return false;
        return !_json.ValueIsEscaped || CheckEscapes();
    }

    /// <summary>Expects the start of an object.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject, "an object");

    /// <summary>Expects the start of an array.</summary>
    public bool EnterArray() => Enter(JsonTokenType.StartArray, "an array");

    /// <summary>
    /// Goes to the value of the next property. False at the end of the object, or on a refusal: a name the shape does not allow,
    /// one seen already, a null, a required one missing at the end.
    /// </summary>
    public bool NextProperty(Shape shape, ref Names seen, out Names name)
    {
        name = Names.None;
        if (!Read()) return false;
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            Require(shape, seen);
            return false;
        }

        StepToProperty();
        name = NameTable.Find(Text());
        if ((name & shape.Allowed) == 0) return FailUnknown(shape, name);
        if ((seen & name) != 0) return Fail(new DuplicateProperty(Path()));
        seen |= name;
        if (!Read()) return false;
        return _json.TokenType != JsonTokenType.Null || Fail(new NullValue(Path()));
    }

    /// <summary>Goes to the next name of an object whose names are free; its value is the next token. False at the end, or if it comes twice.</summary>
    public bool NextName(ref NameSet names)
    {
        if (!Read() || _json.TokenType == JsonTokenType.EndObject) return false;
        StepToProperty();
        return names.Add(TextAsMemory()) || Fail(new DuplicateProperty(Path()));
    }

    /// <summary>Goes to the next element of the array. The index starts at -1. False at the end.</summary>
    public bool NextElement(ref int index)
    {
        StepToElement(++index);
        return Read() && _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Refuses an object that lacks a property. The current token is the end of that object.</summary>
    public bool Require(Shape shape, Names seen)
    {
        var missing = shape.Required & ~seen;
        return missing == 0 || Fail(new MissingProperty(PathTo(NameTable.Text(missing)), shape.Of, shape.Rule));
    }

    public void Add(AttachmentReference attachment) => (_attachments ??= []).Add(attachment);

    /// <summary>The attachments of the statement that has just been read.</summary>
    public IReadOnlyList<AttachmentReference> TakeAttachments()
    {
        if (_attachments is null) return ParsedStatement.NoAttachments;
        var taken = _attachments;
        _attachments = null;
        return taken;
    }

    public bool Fail(StatementError error)
    {
        Error ??= error;
        return false;
    }

    private bool Enter(JsonTokenType start, string expected)
    {
        if (_json.TokenType != start) return FailType(expected);
        return _json.CurrentDepth < Limits.MaxDepth || Fail(new TooDeep(Path(), Limits.MaxDepth));
    }

    private bool FailType(string expected, string? found = null)
    {
        if (_json.TokenType == JsonTokenType.Null) return Fail(new NullValue(Path()));
        return Fail(new WrongType(Path(), expected, found ?? Describe(_json.TokenType)));
    }

    private bool FailUnknown(Shape shape, Names name)
    {
        var isNew = Version == XapiVersion.V1_0_3 && (name & (Names.ContextAgents | Names.ContextGroups)) != 0;
        var meant = Text().Length <= 40 ? NameTable.FindIgnoringCase(shape.Allowed, TextAsString()) : null;
        var hint = meant is not null ? $"did you mean \"{meant}\"? Names are case-sensitive"
            : isNew && ReferenceEquals(shape, Shape.Context) ? "it came with xAPI 2.0, and this request says 1.0" : null;
        return Fail(new UnknownProperty(Path(), shape.Of, hint));
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        _ => "a boolean",
    };
}
