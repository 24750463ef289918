using System.Collections.Frozen;

namespace Lrs.Auth;

/// <summary>Why a password is refused.</summary>
internal enum PasswordError
{
    TooShort,
    TooLong,
    FewCharacters,
    Sequence,
    CommonWord,
    ContainsUserName,
    SameAsBefore,
}

/// <summary>
/// What a password has to be: long, and not what everybody tries first. No rule about capitals, digits or signs, and none that makes people
/// change it (NIST SP 800-63B 3.1.1.2): those make passwords that are hard to remember and easy to guess.
/// </summary>
internal static class PasswordRules
{
    public const int MaxLength = 200;

    private const int FewestDifferent = 5;
    private const int ShortestName = 4;

    private static readonly string[] Sequences =
        ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    /// <summary>What is left of the commonest passwords, here and abroad, without the digits and signs at their ends.</summary>
    private static readonly FrozenSet<string> CommonWords = new[]
    {
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "katasandi", "kata sandi", "rahasia", "sangatrahasia", "indonesia", "indonesiaraya", "merdeka",
        "nusantara", "garuda", "pancasila", "bismillah", "alhamdulillah", "assalamualaikum", "sayang", "cintaku", "selamatdatang", "selamatpagi",
        "administrator", "admin", "superadmin", "welcome", "letmein", "iloveyou", "qwerty", "qwertyuiop", "asdfghjkl", "monkey", "dragon", "football",
        "jakarta", "surabaya", "bandung", "kementerian", "pegawainegeri", "aparatursipilnegara", "asnberakhlak", "berakhlak", "changeme", "gantisaya",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Null where it may be used.</summary>
    public static PasswordError? Check(string password, string userName, int minLength)
    {
        if (password.EnumerateRunes().Count() < minLength)
            return PasswordError.TooShort;
        if (password.Length > MaxLength)
            return PasswordError.TooLong;
        var lower = password.ToLowerInvariant();
        if (lower.EnumerateRunes().Distinct().Count() < FewestDifferent)
            return PasswordError.FewCharacters;
        if (Sequences.Any(sequence => (sequence + sequence).Contains(lower, StringComparison.Ordinal)))
            return PasswordError.Sequence;
        if (CommonWords.Contains(lower.Trim([.. "0123456789 !@#$%^&*()-_=+.,?"])))
            return PasswordError.CommonWord;
        var name = Users.Normalise(userName).Split('@')[0];
        return name.Length >= ShortestName && lower.Contains(name, StringComparison.Ordinal) ? PasswordError.ContainsUserName : null;
    }

    public static string Sentence(this PasswordError error, int minLength) => error switch
    {
        PasswordError.TooShort => $"The password needs {minLength} characters at least.",
        PasswordError.TooLong => $"The password is longer than {MaxLength} characters.",
        PasswordError.FewCharacters => $"The password needs {FewestDifferent} different characters at least.",
        PasswordError.Sequence => "The password is a sequence of the keyboard, the alphabet or the digits.",
        PasswordError.CommonWord => "The password is one that is tried first: a common word with digits or signs.",
        PasswordError.ContainsUserName => "The password contains the user name.",
        PasswordError.SameAsBefore => "The password is the one before.",
        _ => throw new ArgumentOutOfRangeException(nameof(error)),
    };
}
