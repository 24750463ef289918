using System.Net;
using Lrs.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lrs.Tests.Http;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", "203.0.113.7 https")]
    [InlineData("10.1.0.0/16, 10.0.0.5", "10.1.2.3", "203.0.113.7 https")]
    [InlineData("10.0.0.5", "10.0.0.6", "10.0.0.6 http")]
    [InlineData("", "127.0.0.1", "127.0.0.1 http")]
    public async Task Only_a_trusted_balancer_says_from_whom_a_request_came(string trusted, string from, string seen)
    {
        await using var app = await StartAsync(trusted);
        var context = await app.GetTestServer().SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(from);
            request.Request.Path = "/seen";
            request.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
            request.Request.Headers["X-Forwarded-Proto"] = "https";
        });
        using var body = new StreamReader(context.Response.Body);
        Assert.Equal(seen, await body.ReadToEndAsync());
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
        app.MapGet("/seen", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}");
        await app.StartAsync();
        return app;
    }
}
