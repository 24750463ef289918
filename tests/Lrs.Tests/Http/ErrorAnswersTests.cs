using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lrs.Auth;
using Lrs.Http;
using Lrs.Tests.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lrs.Tests.Http;

/// <summary>An answer to an exception is an answer like any other: problem+json, with the version, and shared with the page that asked.</summary>
public sealed class ErrorAnswersTests(ErrorAnswersTests.Host host) : IClassFixture<ErrorAnswersTests.Host>
{
    private const string Origin = "https://course.example";

    [Theory]
    [InlineData("/xapi/bug", HttpStatusCode.InternalServerError, false)]
    [InlineData("/xapi/bad-request", HttpStatusCode.RequestTimeout, true)]
    public async Task An_exception_is_answered_with_what_the_client_may_know(string path, HttpStatusCode expected, bool isClients)
    {
        var made = await host.Root().PostAsJsonAsync("/api/v1/credentials", new { provider = "p", scopes = new[] { "all" }, allowedOrigins = new[] { Origin } });
        var credential = await made.Content.ReadFromJsonAsync<JsonElement>();
        using var client = host.Client(credential.GetProperty("key").GetString(), credential.GetProperty("secret").GetString());
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", Origin);
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-Experience-API-Version", "1.0.3");
        using var response = await client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Origin, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("1.0.3", Assert.Single(response.Headers.GetValues("X-Experience-API-Version")));
        Assert.Equal(isClients, (await response.Content.ReadAsStringAsync()).Contains(Host.Message, StringComparison.Ordinal));
    }

    public sealed class Host : AuthHost
    {
        public const string Message = "what happened";

        protected override void Add(IServiceCollection services) => services.AddXapiRequests();

        protected override void Map(WebApplication app)
        {
            app.UseErrorAnswers();
            app.UseXapiRequests();
            app.UseAuthentication().UseAuthorization();
            app.MapGet("/xapi/bug", IResult () => throw new InvalidOperationException(Message)).RequireAuthorization(AccessPolicies.SignedIn);
            app.MapGet("/xapi/bad-request", IResult () => throw new BadHttpRequestException(Message, StatusCodes.Status408RequestTimeout))
                .RequireAuthorization(AccessPolicies.SignedIn);
        }
    }
}
