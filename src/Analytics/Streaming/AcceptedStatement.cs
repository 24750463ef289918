namespace Analytics.Streaming;

/// <summary>A statement that passed every rule, with what the LRS adds to it: what travels on the statement stream.</summary>
/// <param name="Id">The statement's id, its own or made by the LRS.</param>
/// <param name="Raw">The statement as it came: one JSON object in UTF-8.</param>
/// <param name="Provider">The platform that posted it: its credential's provider.</param>
/// <param name="Authority">The authority to show, a JSON Agent (xAPI Data 2.4.9).</param>
/// <param name="Version">The statement's own version, or the request's default where it has none (xAPI Data 2.4.10).</param>
/// <param name="MayDefine">Whether its credential may say what activities are (scope <c>define</c>, xAPI Communication 4.2).</param>
public sealed record AcceptedStatement(Guid Id, ReadOnlyMemory<byte> Raw, string Provider, string Authority, string Version, bool MayDefine = false);
