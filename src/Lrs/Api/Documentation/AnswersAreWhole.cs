using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lrs.Api.Documentation;

/// <summary>
/// Says that an answer always has all of its properties, null where there is no value, so that a generated client needs not ask whether one
/// is there. Of a request only what must be sent is required.
/// </summary>
internal sealed class AnswersAreWhole : IDocumentFilter
{
    private static readonly string[] OfTheFramework = ["ProblemDetails"];

    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var asked = new HashSet<string>(OfTheFramework, StringComparer.Ordinal);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
            foreach (var content in operation.RequestBody?.Content?.Values ?? Enumerable.Empty<IOpenApiMediaType>())
                Add(content.Schema, schemas, asked);
        foreach (var (name, schema) in schemas)
            if (!asked.Contains(name) && schema is OpenApiSchema { Properties.Count: > 0 } answer)
                answer.Required = answer.Properties.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Adds the names of what a body refers to, and what that refers to.</summary>
    private static void Add(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> names)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && names.Add(id) && schemas.TryGetValue(id, out var named))
            Add(named, schemas, names);
        else if (schema is OpenApiSchema inline)
            foreach (var part in (inline.Properties?.Values ?? Enumerable.Empty<IOpenApiSchema>()).Append(inline.Items).Append(inline.AdditionalProperties)
                .Concat(inline.AllOf ?? []))
                Add(part, schemas, names);
    }
}
