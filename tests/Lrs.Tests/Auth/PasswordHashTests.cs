using Lrs.Auth;

namespace Lrs.Tests.Auth;

public sealed class PasswordHashTests
{
    [Fact]
    public void Tells_the_right_password_from_another()
    {
        var hash = PasswordHash.Make("kata sandi ☃");
        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", hash, StringComparison.Ordinal);
        Assert.True(PasswordHash.Verify("kata sandi ☃", hash));
        Assert.False(PasswordHash.Verify("kata sandi", hash));
        Assert.NotEqual(hash, PasswordHash.Make("kata sandi ☃"));
        Assert.False(PasswordHash.IsOutdated(hash));
    }

    [Fact]
    public void Agrees_with_the_reference_implementation() =>
        // phc-winner-argon2: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 (test.c).
        Assert.True(PasswordHash.Verify("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));

    [Fact]
    public void A_hash_of_lesser_cost_is_verified_and_called_outdated()
    {
        var hash = PasswordHash.Make("kata sandi", new PasswordHash.Cost(MemoryKiB: 1024, Iterations: 1, Lanes: 1));
        Assert.True(PasswordHash.Verify("kata sandi", hash));
        Assert.True(PasswordHash.IsOutdated(hash));
    }
}
