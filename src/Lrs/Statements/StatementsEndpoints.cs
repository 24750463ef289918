using Analytics.Files;
using Analytics.Streaming.Kafka;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements.Attachments;
using Microsoft.Extensions.Options;

namespace Lrs.Statements;

/// <summary>The Statements resource (xAPI Communication 2.1).</summary>
internal static class StatementsEndpoints
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddOptions<StatementsOptions>().BindConfiguration(StatementsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AttachmentsOptions>().BindConfiguration(AttachmentsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<KafkaOptions>, MessageRules>();
        services.AddContentFiles();
        return services.AddSingleton<StatementPublisher>().AddSingleton<VoidingRights>().AddSingleton<StatementsReceiver>().AddSingleton<StatementsPost>().AddSingleton<StatementsGet>();
    }

    public static void MapStatements(this WebApplication app)
    {
        var statements = app.MapGroup("/xapi/statements");
        statements.MapPost("", StatementsPost.PostAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapPut("", StatementsPost.PutAsync).RequireAuthorization(AccessPolicies.WriteStatements);
        statements.MapMethods("", [HttpMethods.Get, HttpMethods.Head], StatementsGet.GetAsync).RequireAuthorization(AccessPolicies.ReadStatements);
    }

    internal static IResult? UnknownParameter(IQueryCollection query, ReadOnlySpan<string> known)
    {
        foreach (var name in query.Keys)
        {
            if (!known.Contains(name))
                return XapiProblem.BadRequest($"The parameter {name} is not known here; names are case-sensitive.", "xAPI Communication 3.2", "unknown_parameter");
        }

        return null;
    }
}
