using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lrs.Api.Documentation;

/// <summary>Names the values of texts of which there are few, so that a generated client knows them.</summary>
internal sealed class ClosedSets : IDocumentFilter
{
    private static readonly string[] Roles = ["lan", "agency", "vendor", "asn"];

    private static readonly Dictionary<string, string[]> ByProperty = new(StringComparer.Ordinal)
    {
        ["status"] = ["MET", "UNMET", "EXEMPT", "NOT_REQUIRED"],
    };

    private static readonly Dictionary<(string Schema, string Property), string[]> ByPlace = new()
    {
        [("SessionAnswer", "role")] = Roles,
        [("UserAnswer", "role")] = Roles,
        [("CreatedUser", "role")] = Roles,
        [("JobRunAnswer", "outcome")] = ["running", "succeeded", "failed"],
        [("MappingAnswer", "outcome")] = ["stored", "unchanged", "overtaken", "rejected"],
    };

    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
            foreach (var (property, of) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                if (of is OpenApiSchema { Type: { } type } text && type.HasFlag(JsonSchemaType.String)
                    && (ByPlace.GetValueOrDefault((name, property)) ?? ByProperty.GetValueOrDefault(property)) is { } values)
                    text.Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value)!)];
    }
}
