using System.Text;
using Analytics.Ingest;
using Analytics.Streaming;
using Lrs.Http;
using Lrs.Statements;

namespace Lrs.Intake;

/// <summary>Answers what POST /xapi/statements would, by the same reading of the request and from the same stored statements, and stores nothing.</summary>
internal sealed class TestStatement(StatementsReceiver receiver, StatementsTableWriter stored, IStatementStream stream)
{
    public async Task<TestAnswer> RunAsync(HttpContext context, CancellationToken cancellation) =>
        await RecordAsync(context, XapiVersionGate.Note(context) ?? await CheckAsync(context, cancellation));

    private async Task<IResult> CheckAsync(HttpContext context, CancellationToken cancellation)
    {
        await using var request = receiver.NewRequest();
        if (await request.ReadAsync(context, cancellation) is { } problem)
            return problem;
        return await FindConflictAsync(request.Batch, cancellation) is { } id
            ? XapiProblem.Conflict(id)
            : Results.Json(request.Batch.Statements.Select(statement => statement.IdText ?? Guid.CreateVersion7().ToString()));
    }

    /// <summary>The id of a statement under which another is stored.</summary>
    private async Task<Guid?> FindConflictAsync(ParsedBatch batch, CancellationToken cancellation)
    {
        var given = batch.Statements.Where(statement => statement.Id is not null).ToDictionary(statement => statement.Id!.Value, statement => statement.Raw);
        if (given.Count == 0)
            return null;
        await stream.CatchUpAsync(cancellation);
        foreach (var (id, fingerprint) in await stored.FindFingerprintsAsync(given.Keys, cancellation))
        {
            if (StatementFingerprint.Of(given[id].Span) != fingerprint)
                return id;
        }

        return null;
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
