namespace Lrs.Api.Documentation;

/// <summary>What is said of each call, by method and path. A call without an entry fails a test.</summary>
internal static partial class ApiCalls
{
    private const string PersonId = "0f4d2c6a-5b1e-4e0e-9a59-5f1f0f6a2b11";
    private const string AStatementId = "0c0c0c0c-0000-4000-8000-000000000001";

    private static readonly (int, string) WrongYear = (400, "`year` is none from 2000 to 2199.");
    private static readonly (int, string) NobodyKnown = (404, "No person has this id, or none that the caller may see.");

    // Lazy, since it stands on fields of other files, which may be set after those of this one.
    private static readonly Lazy<Dictionary<string, ApiCall>> All = new(() => new(
        [.. Sessions, .. People, .. Agencies, .. Progress, .. Providers, .. Reports, .. Registry, .. Running, .. Xapi], StringComparer.Ordinal));

    /// <param name="call">As in <c>GET /api/v1/agencies/{code}/people</c>. HEAD is said of as GET.</param>
    public static ApiCall? Find(string call) =>
        All.Value.GetValueOrDefault(call)
        ?? (call.StartsWith("HEAD ", StringComparison.Ordinal) && All.Value.TryGetValue("GET " + call["HEAD ".Length..], out var get)
            ? get with { Summary = get.Summary + " (headers alone)", Answer = "" }
            : null);
}
