namespace Lrs.Http;

/// <summary>The two lines of the standard that are spoken here; the patch version makes no difference to the data model.</summary>
internal enum XapiVersion
{
    V1_0_3,
    V2_0_0,
}

/// <summary>Reads the X-Experience-API-Version header, and the version property of a statement, which has the same form.</summary>
internal static class XapiVersionHeader
{
    public const string Name = "X-Experience-API-Version";

    // xAPI-Communication 3.3: "1.0" stands for "1.0.0", each 1.0.x is accepted, 1.1.0 and later are not; 2.0 likewise.
    public static XapiVersion? Parse(ReadOnlySpan<char> value)
    {
        if (value.Length < 3 || !IsPatch(value[3..])) return null;
        return value[..3] switch
        {
            "1.0" => XapiVersion.V1_0_3,
            "2.0" => XapiVersion.V2_0_0,
            _ => null,
        };
    }

    private static bool IsPatch(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || (rest.Length > 1 && rest[0] == '.' && !rest[1..].ContainsAnyExceptInRange('0', '9'));
}
