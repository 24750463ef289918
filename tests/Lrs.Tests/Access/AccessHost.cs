using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Analytics.Relational;
using Lrs.Auth;
using Lrs.Tests.Auth;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Testing;

namespace Lrs.Tests.Access;

/// <summary>The whole service in this process, with two of everything: an agency, a person and a platform that callers own, and another.</summary>
public class AccessHost : IAsyncLifetime
{
    private const string RootKey = "mx-root";
    private const string RootSecret = "mx-root-secret";
    private const string Password = "kata sandi matriks 2026";
    private const string Headers = "nip,name,employment_type,agency_code";

    private readonly TestDirectory _directory = new();
    private readonly Dictionary<string, HttpClient> _callers = [];
    private readonly Service _service;

    public AccessHost()
        : this(null)
    {
    }

    /// <param name="database">The value of LRS_DATABASE; null for SQLite.</param>
    protected AccessHost(string? database) => _service = new Service(_directory.Path, database);

    public HttpClient Root => _callers["root"];

    public HttpClient As(string caller) => _callers[caller];

    /// <summary>Each call that the service answers: method and route.</summary>
    public IReadOnlyList<string> Calls =>
        [.. _service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"],
                (endpoint, method) => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}")
            .Distinct().Order(StringComparer.Ordinal)];

    public async Task InitializeAsync()
    {
        _callers["root"] = Client(request => request.Authorization = AuthHost.Basic(RootKey, RootSecret));
        _callers["nobody"] = Client(_ => { });
        await Until.TrueAsync(async () => (await Root.GetAsync("/health/ready")).IsSuccessStatusCode);
        foreach (var side in (Side[])[Side.Own, Side.Other])
            await FillAsync(side);
        await PostAsync(Root, "/api/v1/jobs/compute-compliance/runs?wait=true", null);
        foreach (var side in (Side[])[Side.Own, Side.Other])
            await FindAsync(side);
        foreach (var scope in AccessMatrix.Scopes)
            _callers[scope] = await CredentialAsync(Side.Own.Provider, scope);
        await AddUserAsync("lan", new { role = "lan" });
        await AddUserAsync("agency", new { role = "agency", agencyCode = Side.Own.AgencyCode });
        await AddUserAsync("vendor", new { role = "vendor", provider = Side.Own.Provider });
        await AddUserAsync("asn", new { role = "asn", personId = Side.Own.PersonId });
    }

    public async Task DisposeAsync()
    {
        foreach (var client in _callers.Values)
            client.Dispose();
        await _service.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>A text of the matrix with what it names of a side; what a call that is let in would use up is made anew.</summary>
    public async Task<string> FillInAsync(string text, Side side, bool isLetIn = true)
    {
        if (text.Contains("$key", StringComparison.Ordinal))
            text = text.Replace("$key", (await MakeAsync("/api/v1/credentials", new { provider = side.Provider })).GetProperty("key").GetString());
        if (text.Contains("$schedule", StringComparison.Ordinal))
        {
            var schedule = new { agencyCode = side.AgencyCode, kind = "compliance", cron = "monthly" };
            (await Root.PutAsJsonAsync($"/api/v1/report-schedules/mx-{side.Mark}", schedule)).EnsureSuccessStatusCode();
        }

        if (text.Contains("$user", StringComparison.Ordinal))
            text = text.Replace("$user", isLetIn ? await NewUserAsync() : "mx-lan", StringComparison.Ordinal);
        return text
            .Replace("$agency", side.AgencyCode, StringComparison.Ordinal).Replace("$provider", side.Provider, StringComparison.Ordinal)
            .Replace("$person", side.PersonId.ToString(), StringComparison.Ordinal).Replace("$nip", side.Nip, StringComparison.Ordinal)
            .Replace("$statement", side.StatementId.ToString(), StringComparison.Ordinal).Replace("$claim", side.ManualStatementId.ToString(), StringComparison.Ordinal)
            .Replace("$report", side.ReportId, StringComparison.Ordinal).Replace("$schedule", $"mx-{side.Mark}", StringComparison.Ordinal)
            .Replace("$code", side.VerificationCode, StringComparison.Ordinal).Replace("$document", side.Document, StringComparison.Ordinal)
            .Replace("$activity", Uri.EscapeDataString(side.Activity), StringComparison.Ordinal)
            .Replace("$password", Password, StringComparison.Ordinal)
            .Replace("$new", Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace("$learner", Uri.EscapeDataString(Posted.Learner(side.Nip)), StringComparison.Ordinal);
    }

    /// <summary>How often LAN's user has looked at the side's person.</summary>
    public Task<long> ReadsAsync(Side side) => _service.Services.GetRequiredService<RelationalStore>().ReadOneAsync<long>(
        "SELECT count(*) FROM record_reads WHERE caller = 'user:mx-lan' AND person_id = @PersonId AND agency_code = @AgencyCode",
        new { side.PersonId, side.AgencyCode }, default);

    private async Task FillAsync(Side side)
    {
        await ImportAsync("agencies", "agency_code,name,kind,timezone", $"{side.AgencyCode},{side.AgencyName},LEMBAGA,Asia/Jakarta");
        await ImportAsync("people", Headers, $"{side.Nip},{side.PersonName},PNS,{side.AgencyCode}");
        await ImportAsync("activities", "activity_iri,title,provider,form,jp",
            $"{side.Activity},Kursus,{side.Provider},ELEARNING,10", $"{side.ManualActivity},Magang,{side.Provider},OJT,8");
        using var platform = await CredentialAsync(side.Provider, "all");
        await PostStatementAsync(platform, Posted.Statement(side.StatementId.ToString(), Posted.Learner(side.Nip), activity: side.Activity, timestamp: "2025-02-10T03:00:00Z"));
        await PostStatementAsync(platform, Posted.Statement(side.ManualStatementId.ToString(), Posted.Learner(side.Nip), activity: side.ManualActivity, timestamp: "2025-03-10T03:00:00Z"));
        await PostStatementAsync(platform, Posted.Statement(null, Posted.Learner(side.Stranger, $"https://{side.Provider}"), activity: side.Activity));
        var state = await FillInAsync("/xapi/activities/state?activityId=$activity&agent=$learner&stateId=$document", side);
        (await platform.PutAsync(state, new StringContent("{}", Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
    }

    private async Task FindAsync(Side side)
    {
        side.PersonId = (await MakeAsync("/api/v1/people/lookup", new { nip = side.Nip })).GetProperty("personId").GetGuid();
        await MakeAsync("/api/v1/reports?wait=true", new { agencyCode = side.AgencyCode, year = 2025 });
        var reports = await Root.GetFromJsonAsync<JsonElement>($"/api/v1/reports?agency={side.AgencyCode}&year=2025");
        side.ReportId = reports[0].GetProperty("id").GetString()!;
        (await Root.GetAsync($"/api/v1/people/{side.PersonId}/transcript.pdf?year=2025")).EnsureSuccessStatusCode();
        side.VerificationCode = (await _service.Services.GetRequiredService<RelationalStore>().ReadOneAsync<string>(
            "SELECT code FROM issued_transcripts WHERE person_id = @PersonId", new { side.PersonId }, default))!;
    }

    private async Task<HttpClient> CredentialAsync(string provider, string scope)
    {
        var made = await MakeAsync("/api/v1/credentials", new { provider, scopes = new[] { scope } });
        var basic = AuthHost.Basic(made.GetProperty("key").GetString()!, made.GetProperty("secret").GetString()!);
        return Client(request => request.Authorization = basic);
    }

    private async Task AddUserAsync(string userName, object roleAndPlace)
    {
        var place = JsonSerializer.SerializeToNode(roleAndPlace)!.AsObject();
        (place["userName"], place["displayName"], place["password"]) = ($"mx-{userName}", userName, Password);
        await MakeAsync("/api/v1/users", place);
        using var session = await As("nobody").PostAsJsonAsync("/api/v1/session", new { userName = $"mx-{userName}", password = Password });
        session.EnsureSuccessStatusCode();
        var cookie = session.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        _callers[userName] = Client(request =>
        {
            request.Add("Cookie", cookie);
            request.Add(AuthSchemes.PagesHeader, AuthSchemes.PagesHeaderValue);
        });
    }

    private async Task<string> NewUserAsync()
    {
        var userName = $"mx-{Guid.NewGuid():N}";
        await MakeAsync("/api/v1/users", new { userName, password = Password, role = "lan" });
        return userName;
    }

    private HttpClient Client(Action<System.Net.Http.Headers.HttpRequestHeaders> sign)
    {
        var client = _service.Server.CreateClient();
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        sign(client.DefaultRequestHeaders);
        return client;
    }

    private Task ImportAsync(string table, params string[] lines) =>
        PostAsync(Root, $"/api/v1/imports/{table}", new StringContent(string.Join('\n', lines), Encoding.UTF8, "text/csv"));

    private static Task PostStatementAsync(HttpClient platform, string statement) =>
        PostAsync(platform, "/xapi/statements", new StringContent(statement, Encoding.UTF8, "application/json"));

    private async Task<JsonElement> MakeAsync(string address, object body)
    {
        using var answer = await Root.PostAsJsonAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task PostAsync(HttpClient client, string address, HttpContent? content)
    {
        using var answer = await client.PostAsync(address, content);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync()}");
    }

    private sealed class Service(string data, string? database) : WebApplicationFactory<Program>
    {
        protected override IHost CreateHost(IHostBuilder builder)
        {
            builder.ConfigureHostConfiguration(settings => settings.AddInMemoryCollection(
                [new("LRS_DATA", data), new("LRS_DATABASE", database), new("LRS_ROOT_KEY", RootKey), new("LRS_ROOT_SECRET", RootSecret)]));
            return base.CreateHost(builder);
        }
    }
}
