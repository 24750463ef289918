using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Samples.Statements;

namespace Samples.Posting;

/// <summary>Key and secret of one platform.</summary>
internal sealed record Credential(string Key, string Secret)
{
    public AuthenticationHeaderValue Header { get; } =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key}:{Secret}")));
}

/// <summary>The rows that an import did not take: line, column, reason.</summary>
internal sealed record ImportAnswer(IReadOnlyList<JsonNode?> Rejected);

/// <summary>The record store as the demo sees it: over HTTP and nothing else. Waits and asks again while it is busy.</summary>
internal sealed class RecordStore(HttpClient http, TimeProvider clock)
{
    private const int MostAttempts = 12;
    private const string Api = "api/v1/";

    public async Task<bool> HasAgenciesAsync(CancellationToken cancel)
    {
        using var answer = await SendAsync(() => new(HttpMethod.Get, Api + "agencies"), cancel);
        var agencies = await answer.Content.ReadFromJsonAsync<JsonArray>(cancel);
        return agencies is { Count: > 0 };
    }

    /// <summary>One that is there already keeps its password.</summary>
    public async Task CreateSignInAsync(DemoSignIn signIn, string password, CancellationToken cancel)
    {
        var user = new { signIn.UserName, signIn.DisplayName, password, signIn.Role, signIn.AgencyCode, signIn.Provider, signIn.PersonId };
        using var answer = await SendAsync(
            () => Json(Api + "users", user), cancel, acceptable: HttpStatusCode.Conflict);
    }

    public async Task<Guid> FindPersonAsync(string nip, CancellationToken cancel)
    {
        using var answer = await SendAsync(() => Json(Api + "people/lookup", new { nip }), cancel);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(cancel);
        return (Guid)body!["personId"]!;
    }

    public async Task<ImportAnswer> ImportAsync(string import, ReadOnlyMemory<byte> csv, CancellationToken cancel)
    {
        using var answer = await SendAsync(() => Post($"{Api}imports/{import}", csv, "text/csv"), cancel);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(cancel);
        return new ImportAnswer([.. body?["rejected"] as JsonArray ?? []]);
    }

    public async Task<Credential> CreateCredentialAsync(string provider, string name, CancellationToken cancel)
    {
        var wanted = new { provider, name, scopes = new[] { "statements/write", "statements/read/mine" } };
        using var answer = await SendAsync(() => Json(Api + "credentials", wanted), cancel);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(cancel);
        return new Credential((string)body!["key"]!, (string)body["secret"]!);
    }

    public async Task PostStatementsAsync(Batch batch, Credential credential, CancellationToken cancel)
    {
        var json = batch.ToJson();
        using var answer = await SendAsync(() =>
        {
            var request = Post("xapi/statements", json, "application/json");
            request.Headers.Authorization = credential.Header;
            request.Headers.Add("X-Experience-API-Version", batch.Platform.Version);
            return request;
        }, cancel);
    }

    /// <summary>Waits for a run; answers null, or why it failed.</summary>
    public async Task<string?> ComputeComplianceAsync(CancellationToken cancel)
    {
        using var answer = await SendAsync(() => new(HttpMethod.Post, Api + "jobs/compute-compliance/runs?wait=true"), cancel);
        var run = await answer.Content.ReadFromJsonAsync<JsonObject>(cancel);
        return (string?)run?["outcome"] == "failed" ? (string?)run["error"] ?? "no reason given" : null;
    }

    public async Task<JsonObject?> NationalComplianceAsync(int year, CancellationToken cancel)
    {
        using var answer = await SendAsync(() => new(HttpMethod.Get, $"{Api}compliance?year={year}"), cancel);
        return await answer.Content.ReadFromJsonAsync<JsonObject>(cancel);
    }

    private async Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage> request, CancellationToken cancel, HttpStatusCode? acceptable = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            HttpResponseMessage? answer = null;
            try
            {
                using var message = request();
                answer = await http.SendAsync(message, cancel);
                if (answer.IsSuccessStatusCode || answer.StatusCode == acceptable)
                    return answer;
                var isBusy = answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
                if (!isBusy || attempt == MostAttempts)
                    throw await RefusedAsync(message, answer, cancel);
            }
            catch (HttpRequestException error) when (error.StatusCode is null && attempt < MostAttempts)
            {
                // The line broke, or nobody listens yet: ask again. Statements carry ids, so a repeat counts once.
            }
            await Task.Delay(Pause(answer, attempt), clock, cancel);
            answer?.Dispose();
        }
    }

    private TimeSpan Pause(HttpResponseMessage? answer, int attempt)
    {
        var asked = answer?.Headers.RetryAfter;
        var pause = asked?.Delta ?? asked?.Date - clock.GetUtcNow();
        return pause is { } wait && wait >= TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(100 * Math.Min(1 << attempt, 50));
    }

    private static async Task<HttpRequestException> RefusedAsync(
        HttpRequestMessage request, HttpResponseMessage answer, CancellationToken cancel)
    {
        var reason = await answer.Content.ReadAsStringAsync(cancel);
        var status = answer.StatusCode;
        answer.Dispose();
        return new HttpRequestException(
            $"{request.Method} {request.RequestUri} was answered {(int)status}: {reason}", null, status);
    }

    private static HttpRequestMessage Json<T>(string path, T body) =>
        new(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: JsonSerializerOptions.Web) };

    private static HttpRequestMessage Post(string path, ReadOnlyMemory<byte> body, string contentType)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return new(HttpMethod.Post, path) { Content = content };
    }
}
