using System.Text;
using System.Text.Json;
using Analytics.Ingest;
using Lrs.Http;
using Lrs.Statements;
using Lrs.Statements.Rules;
using Microsoft.Extensions.Options;

namespace Lrs.Intake;

/// <summary>Answers what POST /xapi/statements would, by the same parser and from the same stored statements, and stores nothing.</summary>
internal sealed class TestStatement(Analytics.Statements.StatementReader stored, IOptions<StatementsOptions> options)
{
    public async Task<TestAnswer> RunAsync(HttpContext context, CancellationToken cancellation)
    {
        var (version, problem) = XapiVersionGate.Read(context.Request);
        return await RecordAsync(context, version, problem ?? await CheckAsync(context.Request, version, cancellation));
    }

    private async Task<IResult> CheckAsync(HttpRequest request, XapiVersion version, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return XapiProblem.UnsupportedMediaType("Statements come as application/json.");
        using var body = await RequestBody.ReadAsync(request, options.Value.MaxBodyBytes, cancellation);
        if (body is null)
            return XapiProblem.TooLarge(options.Value.MaxBodyBytes);
        var parsed = StatementParser.Parse(body.Memory, version, new ParseLimits(options.Value.MaxDepth, options.Value.MaxStatements));
        if (!parsed.TryGetValue(out var batch, out var error))
            return XapiProblem.Of(error);
        if (AttachmentRules.FindWithoutFileUrl(batch) is { } withoutData)
            return XapiProblem.Of(withoutData);
        foreach (var statement in batch.Statements)
            if (statement.Id is { } id && await IsAnotherAsync(id, statement.Raw, cancellation))
                return XapiProblem.Conflict(id);
        return Results.Json(batch.Statements.Select(statement => statement.IdText ?? Guid.CreateVersion7().ToString()));
    }

    private async Task<bool> IsAnotherAsync(Guid id, ReadOnlyMemory<byte> raw, CancellationToken cancellation)
    {
        if (await stored.FindAsync(id, authority: null, cancellation) is not { } found)
            return false;
        using var given = JsonDocument.Parse(raw);
        using var kept = JsonDocument.Parse(found.Statement.Raw);
        return StatementFingerprint.Of(given.RootElement) != StatementFingerprint.Of(kept.RootElement);
    }

    /// <summary>Lets the answer write itself, to the byte, but not to the client.</summary>
    private static async Task<TestAnswer> RecordAsync(HttpContext context, XapiVersion version, IResult answer)
    {
        using var body = new MemoryStream();
        var recorded = new DefaultHttpContext { RequestServices = context.RequestServices };
        recorded.Request.Method = HttpMethods.Post;
        recorded.Response.Body = body;
        recorded.Response.Headers[XapiVersionHeader.Name] = version.Text();
        await answer.ExecuteAsync(recorded);
        return new TestAnswer(
            recorded.Response.StatusCode,
            recorded.Response.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            Encoding.UTF8.GetString(body.ToArray()));
    }
}

/// <summary>What the statements' POST would be answered with.</summary>
internal sealed record TestAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
