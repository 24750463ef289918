using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests;

/// <summary>A platform with a credential of its own at the running service.</summary>
public sealed record Platform(LrsProcess Lrs, string Key, string Secret)
{
    public AuthenticationHeaderValue Authorization => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key}:{Secret}")));

    public static async Task<Platform> NewAsync(LrsProcess lrs, string[]? scopes = null, string[]? allowedOrigins = null, string? provider = null)
    {
        using var response = await lrs.Root.PostAsJsonAsync(
            "/api/v1/credentials", new { provider = provider ?? $"platform-{Guid.NewGuid()}", scopes = scopes ?? ["all"], allowedOrigins });
        response.EnsureSuccessStatusCode();
        var made = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new Platform(lrs, made.GetProperty("key").GetString()!, made.GetProperty("secret").GetString()!);
    }

    public HttpClient NewClient(string version = "2.0.0") => Lrs.NewClient(Key, Secret, version);
}
