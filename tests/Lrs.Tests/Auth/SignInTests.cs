using Lrs.Auth;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Lrs.Tests.Auth;

public sealed class SignInTests : IDisposable
{
    private readonly TemporaryStore _temporary = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly Users _users;
    private readonly SignIn _signIn;

    public SignInTests()
    {
        _users = new Users(_temporary.Store, _clock);
        _signIn = new SignIn(_users, new SignInGuard(_clock), NullLogger<SignIn>.Instance);
    }

    public void Dispose()
    {
        _signIn.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task A_hash_of_lesser_cost_is_replaced_at_the_next_sign_in()
    {
        var weak = PasswordHash.Make("kata sandi", new PasswordHash.Cost(MemoryKiB: 1024, Iterations: 1, Lanes: 1));
        await _users.CreateAsync(new User { UserName = "siti", DisplayName = "Siti", PasswordHash = weak, Role = "lan" }, default);
        Assert.NotNull((await _signIn.TryAsync("siti", "kata sandi", default)).User);
        var kept = (await _users.FindAsync("siti", default))!;
        Assert.False(PasswordHash.IsOutdated(kept.PasswordHash));
        Assert.True(PasswordHash.Verify("kata sandi", kept.PasswordHash));
    }

    [Fact]
    public async Task Tries_at_the_same_time_are_counted_before_they_are_answered()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _signIn.TryAsync("siti", "wrong", default))));
        Assert.Equal(SignInGuard.FailuresPerUser, tries.Count(result => result.Wait is null));
    }

    [Fact]
    public void Failures_over_all_names_stop_everybody_for_a_minute()
    {
        var guard = new SignInGuard(_clock);
        for (var i = 0; i < SignInGuard.FailuresOverAll; i++)
            Assert.Null(guard.Begin($"name {i}"));
        Assert.Equal(SignInGuard.OverAllWindow, guard.Begin("another"));
        _clock.Advance(SignInGuard.OverAllWindow);
        Assert.Null(guard.Begin("another"));
    }

    [Fact]
    public void Who_signs_in_is_not_counted_as_a_failure()
    {
        var guard = new SignInGuard(_clock);
        for (var i = 0; i < SignInGuard.FailuresOverAll * 2; i++)
        {
            guard.Begin("siti");
            guard.Succeeded("siti");
        }

        Assert.Null(guard.Begin("siti"));
    }
}
