namespace Lrs.Statements;

/// <summary>Which properties an object of the standard may and must have, and where that is written.</summary>
internal sealed record Shape(string Of, Names Allowed, Names Required, string Rule)
{
    private const Names InStatementAndSubStatement =
        Names.Actor | Names.Verb | Names.Object | Names.Result | Names.Context | Names.Timestamp | Names.Attachments;

    private const Names OfContext =
        Names.Registration | Names.Instructor | Names.Team | Names.ContextActivities | Names.Revision | Names.Platform
        | Names.Language | Names.Statement | Names.Extensions;

    public static readonly Shape Statement = new(
        "a Statement",
        InStatementAndSubStatement | Names.Id | Names.Stored | Names.Authority | Names.Version,
        Names.Actor | Names.Verb | Names.Object,
        Spec.Statement);

    // xAPI-Data 2.4.4.3: no id, stored, version or authority.
    public static readonly Shape SubStatement = new(
        "a SubStatement",
        InStatementAndSubStatement | Names.ObjectType,
        Names.ObjectType | Names.Actor | Names.Verb | Names.Object,
        Spec.StatementAsObject);

    public static readonly Shape StatementRef = new(
        "a StatementRef", Names.ObjectType | Names.Id, Names.ObjectType | Names.Id, Spec.StatementAsObject);

    public static readonly Shape Activity = new(
        "an Activity", Names.ObjectType | Names.Id | Names.Definition, Names.Id, Spec.Activity);

    // That exactly one identifier is there is not for a shape to say: see ActorRules.
    public static readonly Shape Agent = new(
        "an Agent", Names.ObjectType | Names.Name | Names.Identifiers, Names.None, Spec.Agent);

    public static readonly Shape Group = new(
        "a Group", Names.ObjectType | Names.Name | Names.Identifiers | Names.Member, Names.ObjectType, Spec.Group);

    public static readonly Shape Account = new(
        "an account", Names.HomePage | Names.Name, Names.HomePage | Names.Name, Spec.Account);

    public static readonly Shape Verb = new("a Verb", Names.Id | Names.Display, Names.Id, Spec.Verb);

    public static readonly Shape Definition = new(
        "an Activity Definition",
        Names.Name | Names.Description | Names.Type | Names.MoreInfo | Names.Extensions
        | Names.InteractionType | Names.CorrectResponsesPattern | Names.Components,
        Names.None,
        Spec.Activity);

    public static readonly Shape Component = new(
        "an interaction component", Names.Id | Names.Description, Names.Id, Spec.Interaction);

    public static readonly Shape Result = new(
        "a Result",
        Names.Score | Names.Success | Names.Completion | Names.Response | Names.Duration | Names.Extensions,
        Names.None,
        Spec.Result);

    public static readonly Shape Score = new(
        "a Score", Names.Scaled | Names.Raw | Names.Min | Names.Max, Names.None, Spec.Score);

    public static readonly Shape Context = new("a Context", OfContext, Names.None, Spec.Context);

    // IEEE 9274.1.1 4.2.2.5 adds two properties; under 1.0.3 they are unknown.
    public static readonly Shape ContextInVersion2 = new(
        "a Context", OfContext | Names.ContextAgents | Names.ContextGroups, Names.None, Spec.Context);

    public static readonly Shape ContextActivities = new(
        "contextActivities", Names.Parent | Names.Grouping | Names.Category | Names.Other, Names.None, Spec.ContextActivities);

    public static readonly Shape ContextAgent = new(
        "a contextAgent",
        Names.ObjectType | Names.Agent | Names.RelevantTypes,
        Names.ObjectType | Names.Agent,
        Spec.ContextAgents);

    public static readonly Shape ContextGroup = new(
        "a contextGroup",
        Names.ObjectType | Names.Group | Names.RelevantTypes,
        Names.ObjectType | Names.Group,
        Spec.ContextAgents);

    private const Names RequiredOfAttachment =
        Names.UsageType | Names.Display | Names.ContentType | Names.Length | Names.Sha2;

    public static readonly Shape Attachment = new(
        "an Attachment", RequiredOfAttachment | Names.Description | Names.FileUrl, RequiredOfAttachment, Spec.Attachment);
}
