using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Lrs.Tests.NationalDemo;

/// <summary>A record store that says yes to everything and remembers it; now and then it is busy.</summary>
internal sealed class PretendStore : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, bool> _users = new();
    private int _agencies;
    private int _inFlight;

    public ConcurrentQueue<string> Calls { get; } = new();
    public ConcurrentDictionary<string, int> Statements { get; } = new();
    public ConcurrentDictionary<string, string> Versions { get; } = new();
    public ConcurrentBag<Guid> Ids { get; } = [];
    public DateTimeOffset Latest { get; private set; }
    public int MostInFlight { get; private set; }
    /// <summary>How a run of compute-compliance ends.</summary>
    public string Outcome { get; init; } = "succeeded";
    /// <summary>How many posts of statements are answered 503 first.</summary>
    public int BusyFor;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var path = request.RequestUri!.PathAndQuery.TrimStart('/');
        Calls.Enqueue($"{request.Method} {path}");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel);
        return (request.Method.Method, path) switch
        {
            ("GET", "api/v1/agencies") => Answer(200, _agencies > 0 ? """[{"code":"LAN"}]""" : "[]"),
            ("POST", "api/v1/users") => Answer(_users.TryAdd(body, true) ? 201 : 409, "{}"),
            ("POST", "api/v1/people/lookup") => Answer(200, $$"""{"personId":"{{Guid.Empty}}"}"""),
            ("POST", "api/v1/credentials") => CredentialFor(body),
            ("POST", "xapi/statements") => await TakeAsync(request, body, cancel),
            ("POST", _) when path.StartsWith("api/v1/imports/", StringComparison.Ordinal) => Import(path, body),
            ("POST", _) => Answer(200, $$"""{"id":"1","outcome":"{{Outcome}}","error":"out of room"}"""),
            _ => Answer(200, """{"people":3,"met":2,"unmet":1,"meanJp":19.5}"""),
        };
    }

    private HttpResponseMessage Import(string path, string csv)
    {
        var rows = csv.Count(character => character == '\n') - 1;
        if (path.EndsWith("agencies", StringComparison.Ordinal))
            _agencies += rows;
        return Answer(200, $$"""{"accepted":{{rows}},"rejected":[]}""");
    }

    private static HttpResponseMessage CredentialFor(string body)
    {
        using var wanted = JsonDocument.Parse(body);
        return Answer(201, $$"""{"key":"{{wanted.RootElement.GetProperty("provider").GetString()}}","secret":"s"}""");
    }

    private async Task<HttpResponseMessage> TakeAsync(HttpRequestMessage request, string body, CancellationToken cancel)
    {
        if (Interlocked.Decrement(ref BusyFor) >= 0)
        {
            var busy = Answer(503, "");
            busy.Headers.RetryAfter = new(TimeSpan.Zero);
            return busy;
        }
        lock (Calls)
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        await Task.Yield();
        var key = Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization!.Parameter!)).Split(':')[0];
        Versions[key] = request.Headers.GetValues("X-Experience-API-Version").Single();
        using var batch = JsonDocument.Parse(body);
        Statements.AddOrUpdate(key, _ => batch.RootElement.GetArrayLength(), (_, before) => before + batch.RootElement.GetArrayLength());
        var latest = batch.RootElement.EnumerateArray().Max(statement => statement.GetProperty("timestamp").GetDateTimeOffset());
        foreach (var statement in batch.RootElement.EnumerateArray().Where(statement => statement.TryGetProperty("id", out _)))
            Ids.Add(statement.GetProperty("id").GetGuid());
        cancel.ThrowIfCancellationRequested();
        lock (Calls)
        {
            Latest = latest > Latest ? latest : Latest;
            _inFlight--;
        }
        return Answer(200, "[]");
    }

    private static HttpResponseMessage Answer(int status, string json) =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
