using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lrs.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Testing;

namespace Lrs.Tests.Http;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", "203.0.113.7 https /lrs")]
    [InlineData("10.1.0.0/16, 10.0.0.5", "10.1.2.3", "203.0.113.7 https /lrs")]
    [InlineData("10.0.0.5", "10.0.0.6", "10.0.0.6 http ")]
    [InlineData("", "127.0.0.1", "127.0.0.1 http ")]
    public async Task Only_a_trusted_balancer_says_from_whom_a_request_came(string trusted, string from, string seen)
    {
        await using var app = await StartAsync(trusted);
        var context = await app.GetTestServer().SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(from);
            request.Request.Path = "/seen";
            request.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
            request.Request.Headers["X-Forwarded-Proto"] = "https";
            request.Request.Headers["X-Forwarded-Prefix"] = "/lrs";
        });
        using var body = new StreamReader(context.Response.Body);
        Assert.Equal(seen, await body.ReadToEndAsync());
    }

    [Fact]
    public async Task More_leads_back_through_what_the_balancer_took_off_the_address()
    {
        using var directory = new TestDirectory();
        await using var lrs = await LrsProcess.StartAsync(directory.Path, "--LRS_TRUSTED_PROXIES=127.0.0.1");
        foreach (var _ in Enumerable.Range(0, 2))
            (await lrs.Root.PostAsync("/xapi/statements", new StringContent(Posted.Statement(), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/xapi/statements?limit=1");
        request.Headers.Add("X-Forwarded-Prefix", "/lrs");
        using var page = await lrs.Root.SendAsync(request);
        var more = (await page.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("more").GetString()!;
        Assert.StartsWith("/lrs/xapi/statements?more=", more, StringComparison.Ordinal);
        using var next = await lrs.Root.GetAsync(more["/lrs".Length..]);
        Assert.Single((await next.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("statements").EnumerateArray());
    }

    [Fact]
    public async Task A_text_that_is_no_address_stops_the_start() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("10.0.0.5,balancer"));

    private static async Task<WebApplication> StartAsync(string trusted)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("LRS_TRUSTED_PROXIES", trusted)]);
        builder.Services.AddTrustedProxies();
        var app = builder.Build();
        app.MapGet("/seen", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme} {context.Request.PathBase}");
        await app.StartAsync();
        return app;
    }
}
