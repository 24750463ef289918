using System.ComponentModel.DataAnnotations;

namespace Lrs.Auth;

/// <summary>The first credential, which makes all others.</summary>
internal sealed class AuthOptions : IValidatableObject
{
    /// <summary>User-id of the root credential (all scopes, role lan). Default: none, so nobody can create the first user.</summary>
    [ConfigurationKeyName("LRS_ROOT_KEY")]
    public string? RootKey { get; set; }

    /// <summary>Its secret. Required with the key.</summary>
    [ConfigurationKeyName("LRS_ROOT_SECRET")]
    public string? RootSecret { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(RootKey) != string.IsNullOrEmpty(RootSecret))
            yield return new ValidationResult("LRS_ROOT_KEY and LRS_ROOT_SECRET go together: one of them is missing.");
        if (RootKey?.Contains(':') == true)
            yield return new ValidationResult("LRS_ROOT_KEY must not contain a colon: HTTP Basic ends the user-id there (RFC 7617).");
    }
}
