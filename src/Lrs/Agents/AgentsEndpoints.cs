using System.Text;
using System.Text.Json;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements;

namespace Lrs.Agents;

/// <summary>The Agents resource (xAPI Communication 2.4): a Person, of whom the LRS knows the names that statements gave.</summary>
internal static class AgentsEndpoints
{
    public static IServiceCollection AddAgents(this IServiceCollection services) => services.AddSingleton<SeenNames>();

    public static WebApplication MapAgents(this WebApplication app)
    {
        app.MapMethods("/xapi/agents", [HttpMethods.Get, HttpMethods.Head], GetAsync).RequireAuthorization(AccessPolicies.ReadDefinitions);
        return app;
    }

    private static async Task<IResult> GetAsync(HttpContext context, SeenNames names, ILogger<SeenNames> logger, CancellationToken cancellation)
    {
        if (StatementsEndpoints.UnknownParameter(context.Request.Query, ["agent"]) is { } unknown)
            return unknown;
        if (context.Request.Query["agent"] is not [{ } json])
            return XapiProblem.BadRequest("The parameter agent is needed, once.", "xAPI Communication 2.4");
        if (!AgentParameter.Parse(json).TryGetValue(out var ifi, out var error))
            return XapiProblem.BadRequest($"The parameter agent: {error.Message}.", "xAPI Communication 2.4");
        using var agent = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
        if (agent.RootElement.TryGetProperty("objectType"u8, out var kind) && !kind.ValueEquals("Agent"u8))
            return XapiProblem.BadRequest("The parameter agent is a Group; this resource takes an Agent.", "xAPI Communication 2.4");
        return await StoreAnswers.AnswerAsync(context, logger, async () =>
        {
            var seen = await names.OfAsync(ifi, context.Caller(), cancellation);
            return EntityTags.Json(Person(agent.RootElement, seen));
        });
    }

    /// <summary>Each property as an array, and the one identifier that was asked for: who else the person is, is not for this resource to say.</summary>
    private static byte[] Person(JsonElement agent, IReadOnlyList<string> seen)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("objectType"u8, "Person"u8);
            var names = agent.TryGetProperty("name"u8, out var own) ? seen.Append(own.GetString()!).Distinct(StringComparer.Ordinal) : seen;
            WriteArray(writer, "name", names);
            foreach (var property in agent.EnumerateObject().Where(property => property.Name is not ("objectType" or "name")))
            {
                writer.WriteStartArray(property.Name);
                property.Value.WriteTo(writer);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    private static void WriteArray(Utf8JsonWriter writer, string property, IEnumerable<string> values)
    {
        var texts = values.ToList();
        if (texts.Count == 0)
            return;
        writer.WriteStartArray(property);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
