using System.Buffers;
using System.Numerics;
using System.Text;

namespace Lrs.Statements.Rules;

/// <summary>Agents and Groups (xAPI-Data 2.4.2): who they are, by exactly one inverse functional identifier, and who belongs to them.</summary>
internal static class ActorRules
{
    private const int Sha1Digits = 40;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    // None of these may stand in an address of RFC 5322 unless quoted, which no mail system in use asks for; ? begins what is
    // no longer the address (RFC 6068 2).
    private static readonly SearchValues<byte> NotInAddress = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Select(c => (byte)c), 0x7F, .. "<>,;\"?"u8]);

    public static bool Check(ref StatementReader reader, ObjectKinds allowed = ObjectKinds.AgentOrGroup) =>
        ObjectRules.Check(ref reader, allowed, out _);

    /// <summary>A property of an Agent or Group, other than objectType.</summary>
    public static bool CheckProperty(ref StatementReader reader, Names name, ref ReadObject read)
    {
        read.Identifiers |= name & Names.Identifiers;
        return name switch
        {
            Names.Name => reader.IsString(),
            Names.Mbox => CheckMbox(ref reader),
            Names.Mbox_sha1sum => CheckSha1(ref reader),
            Names.Openid => CheckOpenid(ref reader),
            Names.Account => CheckAccount(ref reader),
            _ => CheckMembers(ref reader, ref read),
        };
    }

    /// <summary>What can be said only of the whole: the current token is its end.</summary>
    public static bool Complete(ref StatementReader reader, Names seen, in ReadObject read)
    {
        var isAgent = read.Kind == ObjectKinds.Agent;
        var identifiers = BitOperations.PopCount((ulong)read.Identifiers);
        if (identifiers == 1) return true;
        if (identifiers > 1) return reader.Fail(new TwoIdentifiers(reader.Path(), Spec.Identifier));
        if (isAgent) return reader.Fail(new NoIdentifier(reader.Path(), Spec.Agent));
        return (seen & Names.Member) != 0
            || reader.Fail(new MissingProperty(reader.PathTo("member"), "a Group without identifier", Spec.Group));
    }

    private static bool CheckMbox(ref StatementReader reader)
    {
        if (!reader.IsString()) return false;
        var text = reader.Text();
        if (!text.StartsWith("mailto:"u8)) return reader.Fail(new InvalidMbox(reader.Path(), "must start with \"mailto:\""));
        var address = text["mailto:".Length..];
        var at = address.IndexOf((byte)'@');
        return (at > 0 && at < address.Length - 1 && !address[(at + 1)..].Contains((byte)'@') && !address.ContainsAny(NotInAddress))
            || reader.Fail(new InvalidMbox(reader.Path(), "must be \"mailto:\" and one mail address"));
    }

    private static bool CheckSha1(ref StatementReader reader)
    {
        if (!reader.IsString()) return false;
        var text = reader.Text();
        return (text.Length == Sha1Digits && !text.ContainsAnyExcept(HexDigits))
            || reader.Fail(new InvalidMboxSha1Sum(reader.Path(), "must be the SHA-1 of a mailto IRI, 40 hexadecimal digits"));
    }

    // xAPI-Data 2.4.2.3: a URI, so what an IRI may hold beyond ASCII is percent-encoded here.
    private static bool CheckOpenid(ref StatementReader reader)
    {
        if (!IriRules.Check(ref reader)) return false;
        return Ascii.IsValid(reader.Text()) || reader.Fail(new InvalidIri(reader.Path(), "must be a URI, which is ASCII", null));
    }

    private static bool CheckAccount(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(Shape.Account, ref seen, out var name))
        {
            if (!(name == Names.HomePage ? IriRules.Check(ref reader) : reader.IsString())) return false;
        }

        return reader.Error is null;
    }

    // xAPI-Data 2.4.2.2: members are Agents, a Group in a Group is refused. An empty list is let pass.
    private static bool CheckMembers(ref StatementReader reader, ref ReadObject read)
    {
        var index = -1;
        if (!reader.EnterArray()) return false;
        while (reader.NextElement(ref index))
        {
            if (!ObjectRules.Check(ref reader, ObjectKinds.Agent, out var member)) return false;
            read.MemberCount++;
            read.IdentifiersOfMembers |= member.Identifiers;
        }

        return reader.Error is null;
    }
}
