namespace Lrs.Auth;

internal static partial class AuthLog
{
    [LoggerMessage(1200, LogLevel.Warning, "There is no root credential (LRS_ROOT_KEY, LRS_ROOT_SECRET): nobody can make the first user or credential.")]
    public static partial void NoRootCredential(this ILogger logger);

    [LoggerMessage(1201, LogLevel.Information, "A sign-in failed.")]
    public static partial void SignInFailed(this ILogger logger);

    [LoggerMessage(1202, LogLevel.Information, "Credential {Key} of provider {Provider} was made by {Caller}.")]
    public static partial void CredentialMade(this ILogger logger, string key, string provider, string caller);

    [LoggerMessage(1203, LogLevel.Information, "Credential {Key} was revoked by {Caller}.")]
    public static partial void CredentialRevoked(this ILogger logger, string key, string caller);

    [LoggerMessage(1204, LogLevel.Warning, "{Count} reads of records could not be kept yet; their answers wait.")]
    public static partial void RecordReadsNotKept(this ILogger logger, Exception exception, int count);

    [LoggerMessage(1210, LogLevel.Information, "Credential {Key} was given a new secret by {Caller}.")]
    public static partial void CredentialRotated(this ILogger logger, string key, string caller);

    [LoggerMessage(1211, LogLevel.Information, "Credential {Key} was given its allowed origins by {Caller}.")]
    public static partial void CredentialOriginsSet(this ILogger logger, string key, string caller);

    [LoggerMessage(1220, LogLevel.Warning, "The OpenID provider vouched for somebody whose claims give no role here; see Oidc:RoleClaim and its values.")]
    public static partial void OidcWithoutRole(this ILogger logger);

    [LoggerMessage(1221, LogLevel.Warning, "A sign-in by OpenID Connect failed with {Failure}.")]
    public static partial void OidcFailed(this ILogger logger, string failure);

    [LoggerMessage(1212, LogLevel.Warning, "The last use of {Count} credentials could not be kept yet; it is tried again in a minute.")]
    public static partial void CredentialUseNotKept(this ILogger logger, Exception exception, int count);
}
