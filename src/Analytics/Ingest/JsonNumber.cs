using System.Buffers.Binary;
using System.Buffers.Text;

namespace Analytics.Ingest;

/// <summary>The one form of a JSON number that all spellings of its value share, exactly and of any size: 1, 1.0 and 10e-1 are one, 1e400 is not 1e401.</summary>
internal static class JsonNumber
{
    // Beyond this an exponent would not fit a long; nobody can mean it, so such a number is its text.
    private const int MostExponentDigits = 17;

    public static int MostCanonicalBytes(ReadOnlySpan<byte> number) => number.Length + 1 + sizeof(long);

    /// <summary>Writes sign, digits and power of ten, for comparing and hashing only. How many bytes were written.</summary>
    public static int WriteCanonical(ReadOnlySpan<byte> number, Span<byte> output)
    {
        var mantissa = number;
        var exponent = 0L;
        if (number.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var e)
        {
            mantissa = number[..e];
            if (!TryExponent(number[(e + 1)..], out exponent))
            {
                number.CopyTo(output);
                return number.Length;
            }
        }

        var start = mantissa[0] == '-' ? 1 : 0;
        output[0] = mantissa[0];
        if (start == 0)
            output[0] = (byte)'+';
        var length = 1;
        var isFraction = false;
        foreach (var digit in mantissa[start..])
        {
            if (digit == '.')
            {
                isFraction = true;
                continue;
            }

            exponent -= isFraction ? 1 : 0;
            // Zeros before the first digit say nothing.
            if (length > 1 || digit != '0')
                output[length++] = digit;
        }

        for (; length > 1 && output[length - 1] == '0'; length--)
            exponent++;
        if (length == 1)
        {
            // Nought, of either sign and any power.
            output[0] = (byte)'0';
            return 1;
        }

        BinaryPrimitives.WriteInt64LittleEndian(output[length..], exponent);
        return length + sizeof(long);
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        var sign = text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var digits = text[sign..].TrimStart((byte)'0');
        exponent = 0;
        if (digits.Length > MostExponentDigits || (!digits.IsEmpty && !Utf8Parser.TryParse(digits, out exponent, out _)))
            return false;
        if (text[0] == '-')
            exponent = -exponent;
        return true;
    }
}
