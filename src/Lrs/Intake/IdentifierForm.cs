namespace Lrs.Intake;

/// <summary>How an identifier is written, without whose it is: <c>9999999999</c>, <c>aaaa.aaaa</c>. Enough to see that it is no NIP.</summary>
internal static class IdentifierForm
{
    private const int MaxLength = 24;

    /// <param name="ifi">As the statements' learners are kept: <c>account:homePage|name</c>, <c>mailto:…</c>, <c>sha1:…</c>, or an OpenID.</param>
    /// <param name="homePage">Of an account; else empty.</param>
    public static string Of(string ifi, string homePage)
    {
        var start = ifi.StartsWith("account:", StringComparison.Ordinal) ? "account:".Length + homePage.Length + 1 : ifi.IndexOf(':', StringComparison.Ordinal) + 1;
        var value = ifi.AsSpan(Math.Min(start, ifi.Length));
        var form = string.Concat(value[..Math.Min(value.Length, MaxLength)].ToString().Select(FormOf));
        return value.Length > MaxLength ? form + "…" : form;
    }

    private static char FormOf(char c) => c switch
    {
        _ when char.IsDigit(c) => '9',
        _ when char.IsLetter(c) || char.IsSurrogate(c) => 'a',
        _ => c,
    };
}
