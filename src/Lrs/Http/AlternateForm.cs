using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace Lrs.Http;

/// <summary>
/// The form of the alternate request syntax (xAPI Communication 1.3), taken apart: what is a header, what is a parameter, what is the body.
/// Always UTF-8, whatever a charset says (1.4). It holds the secret, so nothing of it may be logged or answered but a field's number.
/// </summary>
internal sealed class AlternateForm
{
    private const int MaxFields = 100;

    // Those of 1.3, and two more that a page of that age could not set either; no resource has a parameter of such a name.
    private static readonly string[] HeaderNames =
        ["Authorization", XapiVersionHeader.Name, "Content-Type", ContentLength, "If-Match", "If-None-Match", "Accept", "Accept-Language"];

    private const string ContentLength = "Content-Length";

    /// <summary>But not the form's Content-Length: pages of that age counted characters, and what came is there to be counted.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<KeyValuePair<string, string?>> Parameters { get; } = [];

    /// <summary>Null where the form has no field "content".</summary>
    public byte[]? Content { get; private set; }

    public static bool TryParse(
        ReadOnlySpan<byte> form, [NotNullWhen(true)] out AlternateForm? parsed, [NotNullWhen(false)] out string? problem)
    {
        (parsed, problem) = (new AlternateForm(), null);
        var number = 0;
        foreach (var range in form.Split((byte)'&'))
        {
            var field = form[range];
            if (field.IsEmpty)
                continue;
            if (++number > MaxFields)
                problem = $"The form has more than {MaxFields} fields.";
            else
                problem = parsed.Add(field) is { } wrong ? $"The form's field {number} {wrong}." : null;
            if (problem is not null)
                return false;
        }

        return true;
    }

    /// <summary>What is wrong with the field, or null.</summary>
    private string? Add(ReadOnlySpan<byte> field)
    {
        var equals = field.IndexOf((byte)'=');
        var name = equals < 0 ? field : field[..equals];
        if (Decode(name) is not { } nameBytes || Decode(equals < 0 ? [] : field[(equals + 1)..]) is not { } value)
            return "is not percent-encoded UTF-8";
        var text = Encoding.UTF8.GetString(nameBytes);
        if (text == "content")
        {
            if (Content is not null)
                return "is content a second time";
            Content = value;
        }
        else if (Array.Find(HeaderNames, known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } header)
        {
            if (value.AsSpan().ContainsAnyInRange((byte)0, (byte)31))
                return "is a header with a line break or another control character";
            if (header != ContentLength && !Headers.TryAdd(header, Encoding.UTF8.GetString(value)))
                return $"is the header {header} a second time";
        }
        else
        {
            Parameters.Add(new(text, Encoding.UTF8.GetString(value)));
        }

        return null;
    }

    private static byte[]? Decode(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%')
            {
                if (i + 2 >= encoded.Length || Convert.FromHexString(encoded.Slice(i + 1, 2), decoded.AsSpan(length), out _, out _) != OperationStatus.Done)
                    return null;
                i += 2;
                length++;
            }
            else
            {
                decoded[length++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
        }

        return Utf8.IsValid(decoded.AsSpan(0, length)) ? decoded[..length] : null;
    }
}
