namespace Lrs.Auth;

/// <summary>Checks a user name and a password; what it answers and how long it takes do not tell whether there is such a user.</summary>
internal sealed class SignIn(Users users, SignInGuard guard, TimeProvider clock, ILogger<SignIn> logger) : IDisposable
{
    // One hash takes 19 MiB and a core for a tenth of a second: a rush of sign-ins must not take the machine from the statements.
    private const int HashesAtOnce = 2;

    private static readonly string NobodysHash = PasswordHash.Make("nobody has this password");

    private readonly SemaphoreSlim _hashing = new(HashesAtOnce, HashesAtOnce);

    public async Task<SignInResult> TryAsync(SignInTry attempt, string password, CancellationToken cancellationToken)
    {
        if (guard.Begin(attempt) is { } wait)
            return new SignInResult(null, wait);
        var user = await users.FindAsync(attempt.UserName, cancellationToken);
        if (!await VerifyAsync(password, HashOf(user), cancellationToken) || user is null || !MaySignIn(user))
        {
            logger.SignInFailed();
            return new SignInResult(null, null);
        }

        guard.Succeeded(attempt);
        if (PasswordHash.IsOutdated(user.PasswordHash))
            await users.RehashAsync(user.UserName, await HashAsync(password, cancellationToken), cancellationToken);
        await users.SignedInAsync(user.UserName, cancellationToken);
        return new SignInResult(user, null);
    }

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        HashingAsync(() => PasswordHash.Make(password), cancellationToken);

    public void Dispose() => _hashing.Dispose();

    private bool MaySignIn(User user) => user.DisabledAt is null && user.VouchedBy.Length == 0 && !(user.InitialUntil <= clock.GetUtcNow());

    private static string HashOf(User? user) => user is { PasswordHash.Length: > 0 } ? user.PasswordHash : NobodysHash;

    // What no password can be takes as long as one that is wrong.
    private async Task<bool> VerifyAsync(string password, string phc, CancellationToken cancellationToken)
    {
        var isPossible = password.Length is > 0 and <= PasswordRules.MaxLength;
        return await HashingAsync(() => PasswordHash.Verify(isPossible ? password : "no password", phc), cancellationToken) && isPossible;
    }

    private async Task<T> HashingAsync<T>(Func<T> hash, CancellationToken cancellationToken)
    {
        await _hashing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(hash, cancellationToken);
        }
        finally
        {
            _hashing.Release();
        }
    }
}

/// <param name="User">Who signed in; null where nobody did.</param>
/// <param name="Wait">Set where no try may be made yet.</param>
internal sealed record SignInResult(User? User, TimeSpan? Wait);
