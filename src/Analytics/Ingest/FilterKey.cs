using System.Buffers;
using System.IO.Hashing;
using System.Text;

namespace Analytics.Ingest;

/// <summary>
/// One number for "this statement can be found by that value": the column <c>filter_keys</c> holds all of a statement's, and a filter of
/// <c>GET /xapi/statements</c> looks for one. A new kind takes a new letter; letters are stored and so never change.
/// </summary>
public static class FilterKey
{
    public static ulong Agent(string ifi) => Of('a', ifi);

    public static ulong RelatedAgent(string ifi) => Of('r', ifi);

    public static ulong Verb(string iri) => Of('v', iri);

    public static ulong Activity(string iri) => Of('o', iri);

    public static ulong RelatedActivity(string iri) => Of('c', iri);

    public static ulong Registration(Guid registration) => Of('g', registration.ToString());

    /// <summary>The statement that a StatementRef object points to.</summary>
    public static ulong Target(Guid statementId) => Of('s', statementId.ToString());

    /// <summary>The statement that a voiding statement voids.</summary>
    public static ulong Voids(Guid statementId) => Of('x', statementId.ToString());

    /// <summary>The person who learned: the actor, or a member of the acting Group.</summary>
    public static ulong Learner(string ifi) => Of('l', ifi);

    /// <summary>The statement itself, by its id. In the index only, not in the column.</summary>
    public static ulong Id(Guid statementId) => Of('i', statementId.ToString());

    private static ulong Of(char kind, string value)
    {
        var length = Encoding.UTF8.GetMaxByteCount(value.Length) + 1;
        byte[]? rented = null;
        var bytes = length <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(length);
        bytes[0] = (byte)kind;
        var written = Encoding.UTF8.GetBytes(value, bytes[1..]);
        var key = XxHash64.HashToUInt64(bytes[..(written + 1)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return key;
    }
}
