using System.Net;
using Lrs.Auth;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Lrs.Tests.Auth;

public sealed class SignInTests : IDisposable
{
    private static readonly Caller Lan = new User { UserName = "lan", Role = "lan" }.ToCaller();

    private readonly TemporaryStore _temporary = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly Users _users;
    private readonly SignIn _signIn;

    public SignInTests()
    {
        _users = new Users(_temporary.Store, _clock);
        _signIn = new SignIn(_users, new SignInGuard(_clock), _clock, NullLogger<SignIn>.Instance);
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
        await _users.CreateAsync(new User { UserName = "siti", DisplayName = "Siti", PasswordHash = weak, Role = "lan" }, Lan, default);
        Assert.NotNull((await _signIn.TryAsync(By("siti"), "kata sandi", default)).User);
        var kept = (await _users.FindAsync("siti", default))!;
        Assert.False(PasswordHash.IsOutdated(kept.PasswordHash));
        Assert.True(PasswordHash.Verify("kata sandi", kept.PasswordHash));
    }

    [Fact]
    public async Task Tries_at_the_same_time_are_counted_before_they_are_answered()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _signIn.TryAsync(By("siti"), "wrong", default))));
        Assert.Equal(SignInGuard.OfNameAndAddress.Tries, tries.Count(result => result.Wait is null));
    }

    [Fact]
    public void A_stranger_at_one_address_keeps_nobody_else_out()
    {
        var guard = new SignInGuard(_clock);
        for (var i = 0; i < SignInGuard.OfNameAndAddress.Tries; i++)
            Assert.Null(guard.Begin(By("siti", "10.0.0.1")));
        Assert.Equal(SignInGuard.OfNameAndAddress.OneEvery, guard.Begin(By("siti", "10.0.0.1")));
        Assert.Null(guard.Begin(By("siti", "10.0.0.2")));
        Assert.Null(guard.Begin(By("budi", "10.0.0.1")));
        _clock.Advance(SignInGuard.OfNameAndAddress.OneEvery);
        Assert.Null(guard.Begin(By("siti", "10.0.0.1")));
        Assert.NotNull(guard.Begin(By("siti", "10.0.0.1")));
    }

    [Fact]
    public void Strangers_at_many_addresses_keep_nobody_out_of_a_device_they_use()
    {
        var guard = new SignInGuard(_clock);
        for (var i = 0; i < SignInGuard.OfName.Tries; i++)
            Assert.Null(guard.Begin(By("siti", $"10.0.1.{i}")));
        Assert.Equal(SignInGuard.OfName.OneEvery, guard.Begin(By("siti", "10.0.2.1")));
        Assert.Null(guard.Begin(By("siti", "10.0.2.1", device: "siti's own")));
    }

    [Fact]
    public void A_stolen_device_does_not_guess_for_ever()
    {
        var guard = new SignInGuard(_clock);
        for (var i = 0; i < SignInGuard.OfDevice.Tries; i++)
            Assert.Null(guard.Begin(By("siti", device: "stolen")));
        Assert.Equal(SignInGuard.OfDevice.OneEvery, guard.Begin(By("siti", device: "stolen")));
    }

    [Fact]
    public void Failures_over_all_names_slow_down_who_is_new()
    {
        var guard = new SignInGuard(_clock);
        for (var i = 0; i < SignInGuard.OfAll.Tries; i++)
            Assert.Null(guard.Begin(By($"name {i}", $"10.1.{i / 250}.{i % 250}")));
        Assert.Equal(SignInGuard.OfAll.OneEvery, guard.Begin(By("another", "10.2.0.1")));
        Assert.Null(guard.Begin(By("another", "10.2.0.1", device: "known")));
        _clock.Advance(SignInGuard.OfAll.OneEvery);
        Assert.Null(guard.Begin(By("another", "10.2.0.1")));
    }

    [Fact]
    public void Who_signs_in_is_not_counted_as_a_failure()
    {
        var guard = new SignInGuard(_clock);
        for (var i = 0; i < SignInGuard.OfAll.Tries * 2; i++)
        {
            Assert.Null(guard.Begin(By("siti")));
            guard.Succeeded(By("siti"));
        }
    }

    private static SignInTry By(string name, string address = "10.0.0.9", string? device = null) => new(name, device, IPAddress.Parse(address));
}
