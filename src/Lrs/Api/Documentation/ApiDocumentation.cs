using Lrs.Auth;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Lrs.Api.Documentation;

/// <summary>The service's calls at <c>/swagger</c>, for a stranger: what each is for, examples, errors, and the two ways to sign in.</summary>
internal static class ApiDocumentation
{
    private const string About = """
        Learning records of Indonesia's civil servants: what platforms send by xAPI, and what is computed from it.

        **Two ways to sign in.** Programs send HTTP Basic with a credential's key and secret (*basic*). People sign in with
        `POST /api/v1/session`, or on the pages in this browser; the cookie `lrs_session` goes with each call from then on (*session*), and calls
        that change something need the header `X-Requested-With: lrs`, which this page adds. A header wins over a cookie.

        **Errors** are `application/problem+json` (RFC 9457): `detail` names what is wrong, where, and what was expected. 503 comes with `Retry-After`:
        send the same request again.

        **Pages of a list** have `next`: send it as `cursor` for the following page; on the last it is null. Days and years are those of WIB (UTC+7).
        A NIP stands in no address: `POST /api/v1/people/lookup` turns it into the `personId` that does.
        """;

    public static IServiceCollection AddApiDocumentation(this IServiceCollection services) =>
        services.AddEndpointsApiExplorer().AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo { Title = "Learning records", Version = "v1", Description = About });
            options.AddSecurityDefinition("basic", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "basic", Description = "A credential's key and secret, or the root credential.",
            });
            options.AddSecurityDefinition("session", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = AuthSchemes.SessionCookie,
                Description = "Of somebody who signed in by POST /api/v1/session or on the pages.",
            });
            options.TagActionsBy(call => [TagOf(call)]);
            options.SupportNonNullableReferenceTypes();
            // So that a reference can say that it may be null.
            options.UseAllOfToExtendReferenceSchemas();
            options.NonNullableReferenceTypesAsRequired();
            options.OperationFilter<DescribeCalls>();
            options.DocumentFilter<AnswersAreWhole>();
            options.DocumentFilter<ClosedSets>();
        });

    private static string TagOf(ApiDescription call) => call.RelativePath?.Split('/')[0] switch
    {
        "xapi" => "xAPI",
        "health" => "Health",
        _ => call.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags.FirstOrDefault() ?? "Others",
    };

    public static WebApplication MapApiDocumentation(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Learning records: API";
            options.UseRequestInterceptor(
                $"(request) => {{ request.headers['{AuthSchemes.PagesHeader}'] = '{AuthSchemes.PagesHeaderValue}'; return request; }}");
        });
        return app;
    }
}
