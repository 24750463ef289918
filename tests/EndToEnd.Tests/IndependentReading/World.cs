namespace EndToEnd.Tests.IndependentReading;

/// <summary>What a scenario holds, in the words of the files that are imported and of the statements that are posted.</summary>
internal sealed class World
{
    /// <summary>Hours ahead of UTC by agency: WIB 7, WITA 8, WIT 9.</summary>
    public Dictionary<string, int> Agencies { get; } = [];

    /// <summary>By NIP, in the order of employed_from.</summary>
    public Dictionary<string, List<Spell>> People { get; } = [];

    public Dictionary<Identifier, List<Holding>> Identifiers { get; } = [];

    /// <summary>By IRI, in the order of valid_from.</summary>
    public Dictionary<string, List<Registration>> Activities { get; } = [];

    public List<Said> Statements { get; } = [];

    /// <summary>JP that a verifier entered for a person's claim.</summary>
    public Dictionary<(string Nip, Guid Id), decimal> Entered { get; } = [];
}

internal sealed record Spell(string Agency, string Kind, DateOnly? From, DateOnly? To, DateOnly? ContractFrom = null, string Exempt = "");

/// <param name="Kind">mbox, mbox_sha1sum, openid or account.</param>
/// <param name="Value">As in the file: an account is <c>homePage|name</c>.</param>
internal sealed record Identifier(string Kind, string Value);

internal sealed record Holding(string Nip, DateOnly? From, DateOnly? To);

/// <param name="Competencies">Codes, separated by semicolons.</param>
internal sealed record Registration(
    string Form, bool International, decimal? Jp, decimal? Units, DateOnly? From, DateOnly? To, string Competencies = "");

/// <param name="Actors">One, or the members of a Group.</param>
/// <param name="Object">The IRI of an Activity; null where the object is a StatementRef.</param>
/// <param name="Around">contextActivities: parent and grouping.</param>
/// <param name="Target">The statement that a StatementRef names.</param>
internal sealed record Said(
    Guid Id, DateTimeOffset At, IReadOnlyList<Identifier> Actors, string Verb, string? Object, IReadOnlyList<string> Around, bool? Success,
    bool? Completion, decimal? Jp, int? Minutes, string? Certificate, Guid? Target = null);
