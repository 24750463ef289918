using System.Security.Claims;
using Analytics.Relational;
using Lrs.Auth;
using Lrs.Intake;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing;

namespace Lrs.Tests.Intake;

public sealed class RefusedRequestsTests
{
    [Fact]
    public async Task A_refusal_goes_as_it_was_answered_while_the_store_that_knows_whose_it_is_is_away()
    {
        using var temporary = new TemporaryStore();
        using var use = new CredentialUse(temporary.Store, TimeProvider.System, NullLogger<CredentialUse>.Instance);
        var credentials = new CredentialCache(temporary.Store, Options.Create(new AuthOptions()), use, TimeProvider.System);
        using var refusals = new Refusals(
            new RefusalTable(temporary.Store, Options.Create(new IntakeOptions()), TimeProvider.System), Options.Create(new IntakeOptions()), TimeProvider.System,
            NullLogger<Refusals>.Instance);
        await using var services = new ServiceCollection().AddSingleton<IAuthenticationService, StoreIsAway>().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Path = "/xapi/statements";
        context.Request.Headers.Authorization = "Basic YTpi";

        await new RefusedRequests(
            answering =>
            {
                answering.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            },
            refusals, credentials, NullLogger<RefusedRequests>.Instance).InvokeAsync(context);

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
    }

    private sealed class StoreIsAway : IAuthenticationService
    {
        public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme) =>
            Task.FromException<AuthenticateResult>(new RelationalStoreAwayException(new SqliteException("away", 14)));

        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task SignInAsync(HttpContext context, string? scheme, ClaimsPrincipal principal, AuthenticationProperties? properties) => throw new NotSupportedException();

        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) => throw new NotSupportedException();
    }
}
