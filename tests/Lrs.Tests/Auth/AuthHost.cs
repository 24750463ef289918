using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Analytics.Relational;
using Lrs.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Lrs.Tests.Auth;

/// <summary>Sign-in alone behind a test server, with one endpoint for each access policy it is asked about.</summary>
public class AuthHost : IAsyncLifetime
{
    public const string RootKey = "root";
    public const string RootSecret = "root secret";
    public const string Password = "kata sandi yang panjang";

    private readonly TemporaryStore _temporary = new();
    private WebApplication _app = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app.Services;

    /// <summary>Settings of a host with more than the usual.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    public virtual async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LRS_DATA"] = _temporary.Directory,
            ["LRS_ROOT_KEY"] = RootKey,
            ["LRS_ROOT_SECRET"] = RootSecret,
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddRelationalStore().AddAuth();
        Add(builder.Services);
        _app = builder.Build();
        _app.MapAuth();
        Map(_app);
        foreach (var policy in (string[])[AccessPolicies.SignedIn, AccessPolicies.WriteStatements, AccessPolicies.ReadStatements,
            AccessPolicies.UseState, AccessPolicies.UseProfiles, AccessPolicies.Administer, AccessPolicies.SeePeople])
        {
            _app.MapMethods($"/may/{policy}", ["GET", "POST", "PUT"], (HttpContext context) => context.Caller().AuthorityKey)
                .RequireAuthorization(policy);
        }

        await _app.StartAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _temporary.Dispose();
    }

    /// <summary>What a host of another part of the API adds.</summary>
    protected virtual void Add(IServiceCollection services)
    {
    }

    protected virtual void Map(WebApplication app)
    {
    }

    /// <summary>Keeps cookies, as a browser does; not those of another client.</summary>
    public HttpClient Browser() =>
        new(new Cookies(_app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };

    public HttpClient Client(string? key = null, string? secret = null)
    {
        var client = _app.GetTestClient();
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = Basic(key, secret!);
        return client;
    }

    public HttpClient Root() => Client(RootKey, RootSecret);

    public static AuthenticationHeaderValue Basic(string key, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));

    internal async Task<Credential> CredentialAsync(params string[] scopes)
    {
        var answer = await Root().PostAsJsonAsync("/api/v1/credentials", new { provider = "belajar.id", scopes });
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new Credential(body.GetProperty("key").GetString()!, body.GetProperty("secret").GetString()!);
    }

    public async Task<HttpResponseMessage> AddUserAsync(string userName, string role = "lan", string? agencyCode = null, string? provider = null) =>
        await Root().PostAsJsonAsync("/api/v1/users", new { userName, displayName = "Siti", password = Password, role, agencyCode, provider });

    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string userName, string password = Password) =>
        client.PostAsJsonAsync("/api/v1/session", new { userName, password });

    private sealed class Cookies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly Dictionary<string, string> _cookies = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var pair in response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0].Split('=', 2)) : [])
                if (pair[1].Length == 0)
                    _cookies.Remove(pair[0]);
                else
                    _cookies[pair[0]] = pair[1];
            return response;
        }
    }
}
