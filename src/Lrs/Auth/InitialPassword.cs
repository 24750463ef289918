using System.Security.Cryptography;

namespace Lrs.Auth;

/// <summary>A password made for a user, to sign in with once and choose their own: 95 random bits, easy to read out and to type.</summary>
internal static class InitialPassword
{
    // Without 0 o, 1 l i: nobody has to guess which it is. 27 signs of 4.75 bits, five groups of four.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz2345";
    private const int Groups = 5;
    private const int SignsOfGroup = 4;

    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, SignsOfGroup)));
}
