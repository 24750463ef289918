using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics;
using Analytics.Files;
using Analytics.Streaming;
using Lrs.Auth;
using Lrs.Http;
using Microsoft.Extensions.Options;

namespace Lrs.Statements;

/// <summary>
/// Accepts parsed statements: gives each what the LRS sets (id, authority, version) and publishes them, all or none. The data of their
/// attachments is kept first, so that a statement never is there without.
/// </summary>
internal sealed class StatementPublisher(IStatementStream stream, AttachmentFiles files, IOptions<StatementsOptions> options)
{
    private readonly ConcurrentDictionary<string, string> _authorities = new(StringComparer.Ordinal);

    public IStatementStream Stream => stream;

    /// <returns>The outcome, and the ids in the order of the statements.</returns>
    public async Task<(PublishResult Result, IReadOnlyList<string> Ids)> PublishAsync(
        StatementsRequest request, Guid? putId, Caller caller, XapiVersion version, CancellationToken cancellation)
    {
        var batch = request.Batch;
        var authority = AuthorityOf(caller);
        var ids = new string[batch.Statements.Count];
        var accepted = new AcceptedStatement[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var statement = batch.Statements[i];
            var id = statement.Id ?? putId ?? Guid.CreateVersion7();
            ids[i] = statement.IdText ?? id.ToString();
            accepted[i] = new AcceptedStatement(id, statement.Raw, caller.Provider, authority, statement.Version ?? version.StatementDefault(), caller.Has(Scopes.Define));
        }

        await files.KeepAsync(authority, request.Files, cancellation);
        return (await PublishAsync(accepted, caller.Provider, cancellation), ids);
    }

    private async Task<PublishResult> PublishAsync(AcceptedStatement[] accepted, string provider, CancellationToken cancellation)
    {
        using var span = Telemetry.Traces.StartActivity("publish");
        span?.SetTag("statements", accepted.Length);
        var result = await stream.PublishAsync(accepted, cancellation);
        span?.SetTag("outcome", result.Outcome.ToString());
        if (result.Outcome == PublishOutcome.Published)
        {
            var tag = new KeyValuePair<string, object?>("provider", provider);
            Telemetry.AcceptedRequests.Add(1, tag);
            Telemetry.AcceptedStatements.Add(accepted.Length, tag);
        }

        return result;
    }

    /// <summary>
    /// Who vouches for the statement: the platform, by one account whichever of its credentials it used, so that a rotated credential
    /// still reads its own (xAPI Data 2.4.9).
    /// </summary>
    public string AuthorityOf(Caller caller)
    {
        var name = caller.Provider.Length > 0 ? caller.Provider : caller.AuthorityKey;
        return _authorities.GetOrAdd(name, static (name, homePage) =>
            $$"""{"objectType":"Agent","name":{{Quote(name)}},"account":{"homePage":{{Quote(homePage)}},"name":{{Quote(name)}} } }""",
            options.Value.AuthorityHomePage);
    }

    /// <summary>The authority whose statements alone the caller may read; null for one who may read all.</summary>
    public string? ReadableAuthorityOf(Caller caller) => caller.ReadsAllStatements ? null : AuthorityOf(caller);

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
