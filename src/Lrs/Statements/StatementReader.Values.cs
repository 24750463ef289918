using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lrs.Statements;

// The value of the current token: its type, and its text without escapes.
internal ref partial struct StatementReader
{
    public bool IsString()
    {
        if (_json.TokenType != JsonTokenType.String) return FailType("a string");
        // TRICKY: an extension may hold anything, so NUL is refused here and not in Read.
        return !(_json.ValueIsEscaped && _holdsNul) || Fail(new InvalidCharacter(Path(), "the character U+0000"));
    }

    public bool IsBoolean() => _json.TokenType is JsonTokenType.True or JsonTokenType.False || FailType("true or false");

    public bool IsNumber(out double value)
    {
        value = 0;
        return _json.TokenType == JsonTokenType.Number ? _json.TryGetDouble(out value) : FailType("a number");
    }

    public bool IsInteger(out long value)
    {
        value = 0;
        if (_json.TokenType != JsonTokenType.Number) return FailType("an integer");
        if (_json.TryGetInt64(out value)) return true;
        // 1.0 and 1e3 are integers too, however they are spelled.
        if (!_json.TryGetDecimal(out var number) || number != decimal.Truncate(number) || decimal.Abs(number) > long.MaxValue)
            return FailType("an integer", "another number");
        value = (long)number;
        return true;
    }

    public readonly bool TextEquals(ReadOnlySpan<byte> text) => _json.ValueTextEquals(text);

    public readonly string TextAsString() => _json.GetString()!;

    /// <summary>The text of the current string or name without its escapes; valid until the next token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text() => _json.ValueIsEscaped ? Unescape() : _json.ValueSpan;

    /// <summary>The same, for as long as it is needed: without copying where there are no escapes.</summary>
    public ReadOnlyMemory<byte> TextAsMemory() =>
        _json.ValueIsEscaped ? Unescape().ToArray() : Body.Slice(TokenStart + 1, _json.ValueSpan.Length);

    /// <summary>A copy of the current value, to be quoted in an error.</summary>
    public readonly string Quotable() => _json.ValueSpan.Length <= 1000 ? TextAsString() : $"{_json.ValueSpan.Length} bytes of text";

    private ReadOnlySpan<byte> Unescape()
    {
        // Escapes only ever shrink. Senders that escape every slash (PHP's default) make this a hot path: keep the buffer.
        if (_unescaped.Length < _json.ValueSpan.Length) _unescaped = new byte[Math.Max(256, _json.ValueSpan.Length)];
        return _unescaped.AsSpan(0, _json.CopyString(_unescaped));
    }

    private bool CheckEscapes()
    {
        if (_json.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
        {
            if (Escapes.AreUnicode(_json.ValueSpan, out _holdsNul)) return true;
            if (_json.TokenType == JsonTokenType.PropertyName) StepToProperty();
            return Fail(new InvalidCharacter(Path(), "half of a surrogate pair, which is no character"));
        }

        return true;
    }
}
