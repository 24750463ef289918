using System.Text;
using Lrs.Http;
using Lrs.Statements;

namespace Lrs.Tests.Statements;

/// <summary>Short ways to parse text and to say what must come of it.</summary>
internal static class Parsing
{
    public static ParseResult<ParsedBatch> Parse(string json, string version = "1.0.3", ParseLimits? limits = null) =>
        Parse(Encoding.UTF8.GetBytes(json), version, limits);

    public static ParseResult<ParsedBatch> Parse(byte[] json, string version = "1.0.3", ParseLimits? limits = null) =>
        StatementParser.Parse(json, XapiVersionHeader.Parse(version)!.Value, limits ?? ParseLimits.Default);

    public static ParsedStatement Accepts(string json, string version = "1.0.3")
    {
        var result = Parse(json, version);
        Assert.True(result.Success, result.Success ? "" : $"{result.Error} for {json}");
        return result.Value.Statements[0];
    }

    public static StatementError Refuses(string json, string error, string path, string version = "1.0.3")
    {
        var result = Parse(json, version);
        Assert.False(result.Success, $"accepted, though expected {error} at {path}: {json}");
        Assert.Equal((error, path), (result.Error.GetType().Name, result.Error.Path));
        return result.Error;
    }
}
