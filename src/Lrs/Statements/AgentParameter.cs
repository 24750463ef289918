using System.Text;
using System.Text.Json;
using Analytics.Ingest;

namespace Lrs.Statements;

/// <summary>The query parameter <c>agent</c>: held to the same rules as an Agent in a statement (xAPI Communication 2.1.3).</summary>
internal static class AgentParameter
{
    /// <summary>The agent's IFI, empty for an anonymous Group; or why it is none.</summary>
    public static ParseResult<string> Parse(string json, ObjectKinds allowed = ObjectKinds.AgentOrGroup)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (StatementParser.CheckActor(bytes, allowed) is { } error)
            return error;
        using var agent = JsonDocument.Parse(bytes);
        return Ifi.Of(agent.RootElement);
    }
}
