using Lrs.Auth;
using Lrs.Http;

namespace Lrs.Documents;

/// <summary>One of the three document resources: they differ in what a document belongs to, and in little else.</summary>
/// <param name="Name">As it stands in the store.</param>
/// <param name="Parameters">What names a document, its id last.</param>
/// <param name="Rule">The section of the standard.</param>
internal sealed record DocumentResource(string Name, string Path, string Policy, string[] Parameters, string Rule)
{
    /// <summary>A scratch area of an Activity for an Agent, in a registration or in none.</summary>
    public static readonly DocumentResource State = new(
        "state", "/xapi/activities/state", AccessPolicies.UseState, ["activityId", "agent", "registration", "stateId"], "xAPI Communication 2.3");

    public static readonly DocumentResource AgentProfile = new(
        "agent_profile", "/xapi/agents/profile", AccessPolicies.UseProfiles, ["agent", "profileId"], "xAPI Communication 2.6");

    public static readonly DocumentResource ActivityProfile = new(
        "activity_profile", "/xapi/activities/profile", AccessPolicies.UseProfiles, ["activityId", "profileId"], "xAPI Communication 2.7");

    public static IReadOnlyList<DocumentResource> All { get; } = [State, AgentProfile, ActivityProfile];

    /// <summary>The parameter that names one document among those of its context: stateId or profileId.</summary>
    public string IdParameter => Parameters[^1];

    /// <summary>Whether DELETE without an id removes all documents of the context; of profiles only one can be removed at a time.</summary>
    public bool DeletesMany => this == State;

    /// <summary>
    /// Whether a PUT that would replace a document has to say which: 409 otherwise. In 1.0.3 state conflicts are held to be unlikely
    /// (xAPI Communication 3.1), in 2.0 the rule holds for State too (IEEE 9274.1.1 4.1.4).
    /// </summary>
    public bool AsksForPrecondition(XapiVersion version) => this != State || version == XapiVersion.V2_0_0;
}
