using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Lrs.Api.Documentation;

/// <summary>Adds to each call what <see cref="ApiCalls"/> says of it, who may make it, and its errors.</summary>
internal sealed partial class DescribeCalls : IOperationFilter
{
    private const string Problem = "application/problem+json";
    private const string ProblemExample = """{"title":"Refused","status":400,"detail":"\"year\" has to be a year from 2000 to 2199."}""";

    private static readonly string[] Resources = ["/xapi/", "/health/"];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        // As the documentation writes it: without constraints of parameters, and no slash at its end.
        var path = Constraint().Replace("/" + context.ApiDescription.RelativePath?.TrimEnd('/'), "");
        if (ApiCalls.Find($"{context.ApiDescription.HttpMethod} {path}") is not { } call)
            return;
        (operation.Summary, operation.Description) = (call.Summary, call.Description);
        // A name of its own for each call, for those who generate clients.
        operation.OperationId = $"{context.ApiDescription.HttpMethod} {path}";
        AddExamples(operation, call);
        AddErrors(operation, call, context, path);
        if (!IsOpen(context))
            operation.Security = [Requirement("basic", context), Requirement("session", context)];
        if (path.StartsWith("/xapi/", StringComparison.Ordinal) && path != "/xapi/about")
            AddVersionHeader(operation);
    }

    private static void AddExamples(OpenApiOperation operation, ApiCall call)
    {
        if (call.AnswerExample is { } answer)
            foreach (var (status, response) in operation.Responses ?? [])
                if (status[0] == '2' && response.Content?.Values.OfType<OpenApiMediaType>().FirstOrDefault() is { } content)
                    content.Example = answer;
        if (call.RequestExample is not { } request)
            return;
        var type = call.Request[0] is '{' or '[' ? "application/json" : "text/csv";
        if (operation.RequestBody?.Content is { Count: > 0 } body)
            foreach (var content in body.Values.OfType<OpenApiMediaType>())
                content.Example = request;
        else
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [type] = new OpenApiMediaType { Example = request, Schema = new OpenApiSchema { Type = type == "text/csv" ? JsonSchemaType.String : null } },
                },
            };
    }

    private static void AddErrors(OpenApiOperation operation, ApiCall call, OperationFilterContext context, string path)
    {
        var errors = call.Errors.ToList();
        if (!IsOpen(context))
        {
            errors.Add((401, "Nobody is signed in, or there is no such credential."));
            errors.Add((403, "The caller's role, scopes, agency or platform do not allow it."));
        }

        if (!path.StartsWith("/health/", StringComparison.Ordinal) && path != "/xapi/about")
            errors.Add((503, "The store is starting or away; `Retry-After` says when to send the same again."));
        operation.Responses ??= [];
        foreach (var (status, when) in errors)
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = when,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Problem] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), context.SchemaRepository) },
                },
            };
        if (call.Errors.Any(error => error.Status == 400) && !Resources.Any(path.StartsWith)
            && operation.Responses["400"].Content?.Values.OfType<OpenApiMediaType>().FirstOrDefault() is { } wrong)
            wrong.Example = System.Text.Json.Nodes.JsonNode.Parse(ProblemExample);
    }

    [GeneratedRegex(@"(?<=\{\w+):[^}]+(?=\})")]
    private static partial Regex Constraint();

    private static bool IsOpen(OperationFilterContext context) =>
        context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();

    private static OpenApiSecurityRequirement Requirement(string scheme, OperationFilterContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };

    private static void AddVersionHeader(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "X-Experience-API-Version", In = ParameterLocation.Header, Required = true, Description = "1.0.3 or 2.0.0",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = "2.0.0" },
        });
    }
}
