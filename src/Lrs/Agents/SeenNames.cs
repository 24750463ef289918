using System.Text.Json;
using Analytics.Ingest;
using Analytics.Statements;
using Lrs.Auth;
using Lrs.Statements;

namespace Lrs.Agents;

/// <summary>
/// The names under which an agent stands in statements: read from the latest ones and kept nowhere else, so that a name goes where its
/// statements go, and nobody learns one from statements that they may not read.
/// </summary>
internal sealed class SeenNames(Analytics.Statements.StatementReader reader, StatementPublisher publisher)
{
    private const int StatementsRead = 50;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string ifi, Caller caller, CancellationToken cancellation)
    {
        if (!caller.Has(Scopes.StatementsReadMine | Scopes.StatementsRead | Scopes.AllRead))
            return [];
        var page = await reader.ListAsync(new StatementFilter
        {
            Keys = [FilterKey.RelatedAgent(ifi)],
            Limit = StatementsRead,
            Authority = publisher.ReadableAuthorityOf(caller),
        }, cancellation);
        var names = new List<string>();
        foreach (var statement in page.Statements)
        {
            using var document = JsonDocument.Parse(statement.Raw, new JsonDocumentOptions { MaxDepth = 256 });
            Collect(document.RootElement, ifi, names);
        }

        return names;
    }

    private static void Collect(JsonElement value, string ifi, List<string> names)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
                Collect(element, ifi, names);
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        if (NameOf(value, ifi) is { } name && !names.Contains(name))
            names.Add(name);
        // What is in an extension only looks like an agent.
        foreach (var property in value.EnumerateObject().Where(property => property.Name is not ("extensions" or "definition" or "account")))
            Collect(property.Value, ifi, names);
    }

    private static string? NameOf(JsonElement value, string ifi) =>
        value.TryGetProperty("name"u8, out var name) && name.ValueKind == JsonValueKind.String && Ifi.Of(value) == ifi ? name.GetString() : null;
}
