using System.ComponentModel.DataAnnotations;

namespace Lrs.Auth;

/// <summary>
/// Sign-in by OpenID Connect beside passwords: the service at <see cref="Authority"/> says who somebody is, and by its claims what they may
/// see. Off without an authority.
/// </summary>
internal sealed class OidcOptions : IValidatableObject
{
    public const string Section = "Oidc";

    /// <summary>The issuer, an https address under which <c>/.well-known/openid-configuration</c> is. Default: none, so it is off.</summary>
    public string? Authority { get; set; }

    /// <summary>As which client this service is known there. Required with the authority.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client's secret, where it has one.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>How the service is called on the page of sign-in. Default: SSO.</summary>
    [Required]
    [StringLength(60)]
    public string DisplayName { get; set; } = "SSO";

    /// <summary>What is asked for, separated by spaces. Default: openid profile.</summary>
    [Required]
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that names roles, one or many. Default: roles.</summary>
    [Required]
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Which of its values is LAN. Default: lrs-lan.</summary>
    [Required]
    public string LanRole { get; set; } = "lrs-lan";

    /// <summary>Which is somebody of an agency. Default: lrs-agency.</summary>
    [Required]
    public string AgencyRole { get; set; } = "lrs-agency";

    /// <summary>Which is somebody of a platform. Default: lrs-vendor.</summary>
    [Required]
    public string VendorRole { get; set; } = "lrs-vendor";

    /// <summary>Which is a civil servant. Default: lrs-asn.</summary>
    [Required]
    public string AsnRole { get; set; } = "lrs-asn";

    /// <summary>The claim with the code of the agency. Default: agency_code.</summary>
    [Required]
    public string AgencyClaim { get; set; } = "agency_code";

    /// <summary>The claim with the platform. Default: provider.</summary>
    [Required]
    public string ProviderClaim { get; set; } = "provider";

    /// <summary>The claim with a civil servant's NIP, which is not kept: the person's id is. Default: nip.</summary>
    [Required]
    public string NipClaim { get; set; } = "nip";

    /// <summary>The claim with the name to show. Default: name.</summary>
    [Required]
    public string NameClaim { get; set; } = "name";

    internal bool IsOn => !string.IsNullOrEmpty(Authority);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Authority) != string.IsNullOrEmpty(ClientId))
            yield return new ValidationResult("Authority and ClientId go together: one of them is missing.");
        if (IsOn && !(Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)))
            yield return new ValidationResult("Authority has to be an https address (http on loopback only).");
    }
}
