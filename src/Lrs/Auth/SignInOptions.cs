using System.ComponentModel.DataAnnotations;

namespace Lrs.Auth;

/// <summary>How people sign in with a password, and how long they stay signed in.</summary>
internal sealed class SignInOptions : IValidatableObject
{
    public const string Section = "SignIn";

    /// <summary>A session that was not used for so long has ended. Default: one hour.</summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A session has ended so long after its sign-in, however much it was used. Default: twelve hours.</summary>
    public TimeSpan EndsAfter { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The fewest characters of a password that a user chooses. Default: 12.</summary>
    [Range(8, 100)]
    public int MinPasswordLength { get; set; } = 12;

    /// <summary>How long the password that was made for a user signs them in, to choose their own. Default: seven days.</summary>
    public TimeSpan InitialPasswordFor { get; set; } = TimeSpan.FromDays(7);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IdleFor < TimeSpan.FromMinutes(1) || EndsAfter < IdleFor)
            yield return new ValidationResult("IdleFor has to be a minute at least, and EndsAfter no shorter.");
        if (InitialPasswordFor < TimeSpan.FromHours(1) || InitialPasswordFor > TimeSpan.FromDays(90))
            yield return new ValidationResult("InitialPasswordFor has to be one hour to 90 days.");
    }
}
