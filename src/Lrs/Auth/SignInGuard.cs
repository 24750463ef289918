using System.Net;

namespace Lrs.Auth;

/// <summary>Who tries to sign in: the name, whether or not there is such a user; the device, where that user has signed in from it before.</summary>
internal sealed record SignInTry(string UserName, string? Device, IPAddress? Address);

/// <summary>
/// Slows down whoever guesses passwords, and as little as possible anybody else. Every try takes from a few allowances, which fill again
/// with time, and a right password gives back what it took:
/// <list type="bullet">
/// <item>a device that the user has signed in from before has one of its own and needs no other;</item>
/// <item>any other try needs those of its name and address, of its name, and of all.</item>
/// </list>
/// So a stranger at one address uses up their own allowance long before that of the name, and can keep nobody out. Kept in memory: with more
/// than one web process each has its own count, which a guesser gains little from.
/// </summary>
internal sealed class SignInGuard(TimeProvider clock)
{
    public static readonly Allowance OfDevice = new(Tries: 10, OneEvery: TimeSpan.FromMinutes(1));
    public static readonly Allowance OfNameAndAddress = new(Tries: 5, OneEvery: TimeSpan.FromMinutes(3));
    public static readonly Allowance OfName = new(Tries: 20, OneEvery: TimeSpan.FromMinutes(1));
    public static readonly Allowance OfAll = new(Tries: 300, OneEvery: TimeSpan.FromMilliseconds(200));

    private const int MaxKept = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Left> _left = new(StringComparer.Ordinal);

    /// <summary>
    /// How long to wait before the next try, or null where one may be made now. It is counted as a failure at once, before the password
    /// is looked at, because many tries at the same time must not all be the first.
    /// </summary>
    public TimeSpan? Begin(SignInTry attempt)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_left.Count >= MaxKept)
                ForgetTheFull(now);
            var wait = TimeSpan.Zero;
            foreach (var (key, allowance) in AllowancesOf(attempt))
                wait = wait > WaitFor(key, allowance, now) ? wait : WaitFor(key, allowance, now);
            if (wait > TimeSpan.Zero)
                return wait;
            foreach (var (key, allowance) in AllowancesOf(attempt))
                _left[key] = new Left(LeftOf(key, allowance, now) - 1, now, allowance);
            return null;
        }
    }

    public void Succeeded(SignInTry attempt)
    {
        lock (_gate)
        {
            foreach (var (key, allowance) in AllowancesOf(attempt))
                if (_left.TryGetValue(key, out var left))
                    _left[key] = left with { Tries = Math.Min(allowance.Tries, left.Tries + 1) };
        }
    }

    private static (string Key, Allowance Allowance)[] AllowancesOf(SignInTry attempt) => attempt.Device is { } device
        ? [($"device {device}", OfDevice)]
        : [($"address {AddressOf(attempt.Address)} {attempt.UserName}", OfNameAndAddress), ($"name {attempt.UserName}", OfName), ("all", OfAll)];

    // Of IPv6 whoever has one address has its whole /64.
    private static string AddressOf(IPAddress? address) =>
        address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "";

    private TimeSpan WaitFor(string key, Allowance allowance, DateTimeOffset now) =>
        LeftOf(key, allowance, now) is >= 1 ? TimeSpan.Zero : (1 - LeftOf(key, allowance, now)) * allowance.OneEvery;

    private double LeftOf(string key, Allowance allowance, DateTimeOffset now) =>
        _left.TryGetValue(key, out var left) ? left.At(now) : allowance.Tries;

    private void ForgetTheFull(DateTimeOffset now)
    {
        foreach (var (key, left) in _left)
            if (left.At(now) >= left.Allowance.Tries)
                _left.Remove(key);
    }

    internal readonly record struct Allowance(int Tries, TimeSpan OneEvery);

    private readonly record struct Left(double Tries, DateTimeOffset Since, Allowance Allowance)
    {
        public double At(DateTimeOffset now) => Math.Min(Allowance.Tries, Tries + (now - Since) / Allowance.OneEvery);
    }
}
