using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Jobs.Transcripts;

/// <summary>
/// The code on a printed transcript: 100 random bits as 20 characters of Crockford's base32, in groups of five. Nobody can guess one, and
/// a person can type it: case and dashes do not matter, and I, L and O are read as what they look like.
/// </summary>
public static class VerificationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 20;
    private const int Group = 5;

    public static string New() => Grouped(RandomNumberGenerator.GetString(Alphabet, Characters));

    /// <summary>As it is kept and printed, whatever way it was typed; false where it cannot be one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? code)
    {
        code = null;
        // Bounded before anything is done with it: it comes from anybody.
        if (text.Length > Characters * 2)
            return false;
        var typed = string.Concat(text.Where(c => c is not ('-' or ' ')).Select(c => char.ToUpperInvariant(c) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var upper => upper,
        }));
        if (typed.Length != Characters || !typed.All(Alphabet.Contains))
            return false;
        code = Grouped(typed);
        return true;
    }

    private static string Grouped(string characters) => string.Join('-', characters.Chunk(Group).Select(part => new string(part)));
}
