namespace Samples.Statements;

/// <summary>A statement before it is written out: what a platform decides, nothing it leaves unsaid.</summary>
internal sealed record Draft(Actor Actor, Verb Verb, Thing Object, DateTimeOffset When)
{
    /// <summary>Null where a platform leaves the id to the store.</summary>
    public Guid? Id { get; init; }
    /// <summary>The statement this one voids; it takes the place of the object.</summary>
    public Guid? Voids { get; init; }
    public Outcome? Result { get; init; }
    public Guid? Registration { get; init; }
    public Actor? Instructor { get; init; }
    public string? Platform { get; init; }
    public string? Language { get; init; }
    public Thing? Parent { get; init; }
    public Thing? Grouping { get; init; }
    public Thing? Category { get; init; }
    /// <summary>xAPI 2.0 only: people beside the actor, each with the type of their part in it.</summary>
    public IReadOnlyList<(Actor Agent, string Type)> ContextAgents { get; init; } = [];
    /// <summary>xAPI 2.0 only.</summary>
    public IReadOnlyList<(Actor Group, string Type)> ContextGroups { get; init; } = [];
    public IReadOnlyList<Extension> Extensions { get; init; } = [];
}

/// <summary>An Agent, or with a list of members a Group: one with an identifier may leave the list empty.</summary>
internal sealed record Actor(Ifi? Ifi, string? Name = null, IReadOnlyList<Actor>? Members = null);

/// <summary>An activity as a platform describes it; without a type it sends the bare id.</summary>
internal sealed record Thing(string Iri, string? Name = null, string? Type = null, string Language = "id-ID");

internal sealed record Outcome
{
    public bool? Success { get; init; }
    public bool? Completion { get; init; }
    public double? Scaled { get; init; }
    public int? Raw { get; init; }
    public string? Duration { get; init; }
    public IReadOnlyList<Extension> Extensions { get; init; } = [];
}

/// <summary>An extension with a text or a number.</summary>
internal readonly record struct Extension(string Iri, string? Text, decimal? Number)
{
    public static Extension Jp(decimal jp) => new("https://lan.go.id/xapi/extensions/jp", null, jp);

    public static Extension Certificate(string number) => new("https://lan.go.id/xapi/extensions/certificate-number", number, null);

    public static Extension Progress(int percent) => new("https://w3id.org/xapi/cmi5/result/extensions/progress", null, percent);
}
