using System.Text;
using System.Text.Json;
using Analytics.Ingest;
using Lrs.Http;
using Lrs.Statements;

namespace Lrs.Intake;

/// <summary>Answers what POST /xapi/statements would, by the same reading of the request and from the same stored statements, and stores nothing.</summary>
internal sealed class TestStatement(StatementsReceiver receiver, Analytics.Statements.StatementReader stored)
{
    public async Task<TestAnswer> RunAsync(HttpContext context, CancellationToken cancellation) =>
        await RecordAsync(context, XapiVersionGate.Note(context) ?? await CheckAsync(context, cancellation));

    private async Task<IResult> CheckAsync(HttpContext context, CancellationToken cancellation)
    {
        await using var request = receiver.NewRequest();
        if (await request.ReadAsync(context, cancellation) is { } problem)
            return problem;
        foreach (var statement in request.Batch.Statements)
            if (statement.Id is { } id && await IsAnotherAsync(id, statement.Raw, cancellation))
                return XapiProblem.Conflict(id);
        return Results.Json(request.Batch.Statements.Select(statement => statement.IdText ?? Guid.CreateVersion7().ToString()));
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
    private static async Task<TestAnswer> RecordAsync(HttpContext context, IResult answer)
    {
        using var body = new MemoryStream();
        var recorded = new DefaultHttpContext { RequestServices = context.RequestServices };
        recorded.Request.Method = HttpMethods.Post;
        recorded.Response.Body = body;
        recorded.Response.Headers[XapiVersionHeader.Name] = XapiVersionGate.Of(context).Text();
        await answer.ExecuteAsync(recorded);
        return new TestAnswer(
            recorded.Response.StatusCode,
            recorded.Response.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            Encoding.UTF8.GetString(body.ToArray()));
    }
}

/// <summary>What the statements' POST would be answered with.</summary>
internal sealed record TestAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
