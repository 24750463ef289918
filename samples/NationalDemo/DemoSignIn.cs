namespace Samples;

/// <summary>A user the demo makes, to look at it with.</summary>
public sealed record DemoSignIn(string UserName, string DisplayName, string Role, string? AgencyCode, string? Provider, Guid? PersonId = null);
