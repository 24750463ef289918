namespace Lrs.Statements;

/// <summary>Sections of the two standards that an error names: xAPI 1.0.3 part two, and IEEE 9274.1.1 (xAPI 2.0).</summary>
internal static class Spec
{
    public const string Formatting = "xAPI-Data 2.2 / IEEE 9274.1.1 4.2.1";
    public const string Statement = "xAPI-Data 2.4 / IEEE 9274.1.1 4.2.2";
    public const string Id = "xAPI-Data 2.4.1, 4.4 / IEEE 9274.1.1 4.2.7";
    public const string Agent = "xAPI-Data 2.4.2.1 / IEEE 9274.1.1 4.2.2";
    public const string Group = "xAPI-Data 2.4.2.2 / IEEE 9274.1.1 4.2.4.2";
    public const string Identifier = "xAPI-Data 2.4.2.3 / IEEE 9274.1.1 4.2.2";
    public const string Account = "xAPI-Data 2.4.2.4 / IEEE 9274.1.1 4.2.2";
    public const string Verb = "xAPI-Data 2.4.3 / IEEE 9274.1.1 4.2.2";
    public const string Object = "xAPI-Data 2.4.4 / IEEE 9274.1.1 4.2.2.3";
    public const string Activity = "xAPI-Data 2.4.4.1 / IEEE 9274.1.1 4.2.2.3";
    public const string Interaction = "xAPI-Data 2.4.4.1 / IEEE 9274.1.1 4.2.4.2";
    public const string ActorAsObject = "xAPI-Data 2.4.4.2 / IEEE 9274.1.1 4.2.2.3";
    public const string StatementAsObject = "xAPI-Data 2.4.4.3 / IEEE 9274.1.1 4.2.2.3";
    public const string Voiding = "xAPI-Data 2.3.2 / IEEE 9274.1.1 4.2.4.1";
    public const string Result = "xAPI-Data 2.4.5 / IEEE 9274.1.1 4.2.2";
    public const string Score = "xAPI-Data 2.4.5.1 / IEEE 9274.1.1 4.2.2";
    public const string Context = "xAPI-Data 2.4.6 / IEEE 9274.1.1 4.2.2.5";
    public const string ContextActivities = "xAPI-Data 2.4.6.2 / IEEE 9274.1.1 4.2.2.5";
    public const string ContextAgents = "IEEE 9274.1.1 4.2.2.5";
    public const string Authority = "xAPI-Data 2.4.9 / IEEE 9274.1.1 4.2.2";
    public const string Version = "xAPI-Data 2.4.10 / IEEE 9274.1.1 4.2.4.2";
    public const string Attachment = "xAPI-Data 2.4.11 / IEEE 9274.1.1 4.2.2";
    public const string AttachmentData = "xAPI-Communication 1.5 / IEEE 9274.1.1 4.1.3";
    public const string Signature = "xAPI-Data 2.6 / IEEE 9274.1.1 4.2.6";
    public const string Extensions = "xAPI-Data 4.1 / IEEE 9274.1.1 4.2.7";
    public const string LanguageMap = "xAPI-Data 4.2 / IEEE 9274.1.1 4.2.7";
    public const string Iri = "xAPI-Data 2.2, 4.3 / IEEE 9274.1.1 4.2.1, 4.2.7";
    public const string Timestamp = "xAPI-Data 4.5 / IEEE 9274.1.1 4.2.7";
    public const string Duration = "xAPI-Data 4.6 / IEEE 9274.1.1 4.2.7";
    public const string Encoding = "xAPI-Communication 1.4, 1.5.1 / RFC 8259 8";
    public const string Json = "xAPI-Communication 1.5.1 / RFC 8259";
    public const string Batch = "xAPI-Communication 2.1.2 / IEEE 9274.1.1 4.1.6.1";
    public const string Limits = "xAPI-Communication 3.2 / IEEE 9274.1.1 4.1.5";
}
