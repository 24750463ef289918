using System.Buffers;
using System.Text;
using System.Text.Json;
using Analytics.Activities;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Statements;
using Lrs.Statements.Rules;

namespace Lrs.Activities;

/// <summary>The Activities resource (xAPI Communication 2.5): an activity with its canonical definition, in all languages that it has.</summary>
internal static class ActivitiesEndpoints
{
    public static WebApplication MapActivities(this WebApplication app)
    {
        app.MapMethods("/xapi/activities", [HttpMethods.Get, HttpMethods.Head], GetAsync).RequireAuthorization(AccessPolicies.ReadDefinitions);
        return app;
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, ActivityDefinitions definitions, ILogger<ActivityDefinitions> logger, CancellationToken cancellation)
    {
        if (StatementsEndpoints.UnknownParameter(context.Request.Query, ["activityId"]) is { } unknown)
            return unknown;
        if (context.Request.Query["activityId"] is not [{ } id])
            return XapiProblem.BadRequest("The parameter activityId is needed, once.", "xAPI Communication 2.5");
        if (IriRules.Problem(Encoding.UTF8.GetBytes(id)) is { } problem)
            return XapiProblem.BadRequest($"The parameter activityId {problem}.", "xAPI Communication 2.5");
        return await StoreAnswers.AnswerAsync(context, logger, async () =>
        {
            var found = await definitions.FindAsync([id], cancellation);
            return EntityTags.Json(Activity(id, found.GetValueOrDefault(id)));
        });
    }

    // One that was never heard of is an activity too (IEEE 9274.1.1 4.1.6.5).
    private static ReadOnlyMemory<byte> Activity(string id, byte[]? definition)
    {
        var body = new ArrayBufferWriter<byte>();
        body.Write("{\"objectType\":\"Activity\",\"id\":"u8);
        body.Write(JsonSerializer.SerializeToUtf8Bytes(id));
        if (definition is not null)
        {
            body.Write(",\"definition\":"u8);
            body.Write(definition);
        }

        body.Write("}"u8);
        return body.WrittenMemory;
    }
}
