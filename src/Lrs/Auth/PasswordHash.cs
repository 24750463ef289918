using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace Lrs.Auth;

/// <summary>
/// Argon2id in the PHC string format (<c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>), so that the cost stands with each hash and can be
/// raised: <see cref="IsOutdated"/> tells sign-in to hash anew.
/// </summary>
internal static class PasswordHash
{
    // OWASP's first choice for Argon2id with little memory.
    private static readonly Cost Today = new(MemoryKiB: 19 * 1024, Iterations: 2, Lanes: 1);

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    public static string Make(string password) => Make(password, Today);

    internal static string Make(string password, Cost cost)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Compute(password, salt, cost, HashBytes);
        return string.Create(CultureInfo.InvariantCulture,
            $"$argon2id$v=19$m={cost.MemoryKiB},t={cost.Iterations},p={cost.Lanes}${Encode(salt)}${Encode(hash)}");
    }

    public static bool Verify(string password, string phc)
    {
        if (!TryParse(phc, out var cost, out var salt, out var hash))
            throw new InvalidOperationException("A kept password hash is not Argon2id in the PHC format.");
        return CryptographicOperations.FixedTimeEquals(hash, Compute(password, salt, cost, hash.Length));
    }

    public static bool IsOutdated(string phc) => !TryParse(phc, out var cost, out _, out _) || cost != Today;

    private static bool TryParse(string phc, out Cost cost, out byte[] salt, out byte[] hash)
    {
        (cost, salt, hash) = (Today, [], []);
        if (phc.Split('$') is not ["", "argon2id", "v=19", var parameters, var saltText, var hashText])
            return false;
        var numbers = parameters.Split(',').Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..])
            .Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        cost = new Cost(numbers[0], numbers[1], numbers[2]);
        (salt, hash) = (Decode(saltText), Decode(hashText));
        return true;
    }

    private static byte[] Compute(string password, byte[] salt, Cost cost, int length)
    {
        using var argon2 = new Argon2id(Encoding.UTF8.GetBytes(password))
        {
            Salt = salt,
            MemorySize = cost.MemoryKiB,
            Iterations = cost.Iterations,
            DegreeOfParallelism = cost.Lanes,
        };
        return argon2.GetBytes(length);
    }

    // PHC strings carry base64 without padding.
    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Decode(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));

    internal readonly record struct Cost(int MemoryKiB, int Iterations, int Lanes);
}
