using System.Text;

namespace Lrs.Statements.Rules;

/// <summary>
/// Language tags by the grammar of RFC 5646 2.1: which subtags of which length may follow each other (xAPI-Data 2.2).
/// Not by a list of known languages: a valid tag need not be in any.
/// </summary>
internal static class LanguageTagRules
{
    private const string Expected = "must be an RFC 5646 language tag such as id, en-US or jv-Latn-ID";
    private const int LongestIrregular = 11;

    // RFC 5646 2.1, "irregular": registered once, and not formed by the grammar.
    private static readonly HashSet<string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn",
        "i-tao", "i-tay", "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE",
    };

    /// <summary>Checks the current string or property name.</summary>
    public static bool Check(ref StatementReader reader) =>
        IsLanguageTag(reader.Text()) || reader.Fail(new InvalidLanguageTag(reader.Path(), Expected, reader.Quotable()));

    public static bool IsLanguageTag(ReadOnlySpan<byte> tag) =>
        IsFormed(tag) || (tag.Length <= LongestIrregular && Irregular.Contains(Encoding.UTF8.GetString(tag)));

    private static bool IsFormed(ReadOnlySpan<byte> tag)
    {
        var subtag = new Subtags(tag);
        if (subtag.AreLetters(2, 8))
        {
            var mayHaveExtlang = subtag.Current.Length <= 3;
            subtag.Next();
            for (var i = 0; mayHaveExtlang && i < 3 && subtag.AreLetters(3, 3); i++) subtag.Next();
            if (subtag.AreLetters(4, 4)) subtag.Next(); // script
            if (subtag.AreLetters(2, 2) || subtag.AreThreeDigits()) subtag.Next(); // region
            while (subtag.IsVariant()) subtag.Next();
            while (subtag.AreAlphanumeric(1, 1) && !subtag.IsX()) // extension
            {
                subtag.Next();
                if (!SkipOneOrMore(ref subtag, 2)) return false;
            }
        }

        if (!subtag.IsX()) return subtag.AtEnd;
        subtag.Next();
        return SkipOneOrMore(ref subtag, 1) && subtag.AtEnd;
    }

    private static bool SkipOneOrMore(ref Subtags subtag, int minLength)
    {
        if (!subtag.AreAlphanumeric(minLength, 8)) return false;
        while (subtag.AreAlphanumeric(minLength, 8)) subtag.Next();
        return true;
    }

    /// <summary>The parts between the hyphens, one after the other. An empty part is one too, and no rule takes it.</summary>
    private ref struct Subtags
    {
        private ReadOnlySpan<byte> _rest;
        private bool _hasMore = true;

        public Subtags(ReadOnlySpan<byte> tag)
        {
            _rest = tag;
            Next();
        }

        public ReadOnlySpan<byte> Current { get; private set; }

        public bool AtEnd { get; private set; }

        public void Next()
        {
            AtEnd = !_hasMore;
            var hyphen = _rest.IndexOf((byte)'-');
            _hasMore = hyphen >= 0;
            Current = _hasMore ? _rest[..hyphen] : _rest;
            _rest = _hasMore ? _rest[(hyphen + 1)..] : default;
        }

        public readonly bool IsX() => Current.Length == 1 && (Current[0] | 0x20) == 'x';

        public readonly bool IsVariant() =>
            AreAlphanumeric(5, 8) || (AreAlphanumeric(4, 4) && char.IsAsciiDigit((char)Current[0]));

        public readonly bool AreThreeDigits() => Current.Length == 3 && !Current.ContainsAnyExceptInRange((byte)'0', (byte)'9');

        public readonly bool AreLetters(int min, int max)
        {
            if (Current.Length < min || Current.Length > max) return false;
            foreach (var c in Current)
            {
                if (!char.IsAsciiLetter((char)c)) return false;
            }

            return true;
        }

        public readonly bool AreAlphanumeric(int min, int max)
        {
            if (Current.Length < min || Current.Length > max) return false;
            foreach (var c in Current)
            {
                if (!char.IsAsciiLetterOrDigit((char)c)) return false;
            }

            return true;
        }
    }
}
