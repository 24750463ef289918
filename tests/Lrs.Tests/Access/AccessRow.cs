using System.Net;

namespace Lrs.Tests.Access;

/// <summary>A call of the service: how it is made, and who may make it.</summary>
/// <param name="Call">Method and route, as the service names it.</param>
/// <param name="Address">What is asked for; words with <c>$</c> name things of a side, which is then asked for both.</param>
/// <param name="Own">Who may call it for what is their own.</param>
/// <param name="Other">Who may call it for what is another's.</param>
/// <param name="Body">Of JSON, or CSV where it does not begin with a brace or bracket.</param>
/// <param name="IsHidden">What is another's is as unknown as nothing: 404.</param>
/// <param name="AllowedAs">The status that tells that it was let in, where it is not one of success.</param>
/// <param name="SeeOthers">To whom the answer may name what is of the other side.</param>
public sealed record AccessRow(
    string Call, string Address, string Own, string Other, string Body = "", bool IsHidden = false, int? AllowedAs = null, string SeeOthers = AccessMatrix.Lan)
{
    public string Method => Call.Split(' ')[0];

    public bool HasSides => Address.Contains('$', StringComparison.Ordinal) || Body.Contains('$', StringComparison.Ordinal);

    /// <summary>Whether it answers one person's record.</summary>
    public bool ShowsRecord => Address.Contains("/people/$person", StringComparison.Ordinal) || Address.EndsWith("/people/lookup", StringComparison.Ordinal);

    public bool Allows(string caller, Side side) => Names(side == Side.Own ? Own : Other).Contains(caller);

    public bool IsLetIn(HttpStatusCode status) => AllowedAs is { } expected ? (int)status == expected : (int)status is >= 200 and < 300;

    public bool ShowsOthersTo(string caller) => Names(SeeOthers).Contains(caller);

    private static HashSet<string> Names(string callers) => [.. callers.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
