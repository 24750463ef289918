using Lrs.Http;

namespace Lrs.Statements.Rules;

/// <summary>What is known of a statement while it is read.</summary>
internal struct StatementFacts
{
    public bool IsSubStatement;
    public Guid? Id;
    public string? IdText;
    public string? Version;
    public bool IsVoiding;
    public bool HasTimestamp;
    public ReadObject Object;
    public Names OnlyWithActivity;
}

/// <summary>Statements and SubStatements (xAPI-Data 2.4), and the rules that look at more than one of their properties.</summary>
internal static class StatementRules
{
    public static bool Check(ref StatementReader reader, out StatementFacts facts)
    {
        facts = default;
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(Shape.Statement, ref seen, out var name))
        {
            if (!CheckProperty(ref reader, name, ref facts)) return false;
        }

        return reader.Error is null && Complete(ref reader, facts);
    }

    public static bool CheckProperty(ref StatementReader reader, Names name, ref StatementFacts facts)
    {
        switch (name)
        {
            case Names.Id:
                return CheckId(ref reader, ref facts);
            case Names.Actor:
                return ActorRules.Check(ref reader);
            case Names.Verb:
                return CheckVerb(ref reader, out facts.IsVoiding);
            case Names.Object:
                var kinds = facts.IsSubStatement ? ObjectKinds.InSubStatement : ObjectKinds.InStatement;
                return ObjectRules.Check(ref reader, kinds, out facts.Object);
            case Names.Result:
                return ResultRules.Check(ref reader);
            case Names.Context:
                return ContextRules.Check(ref reader, out facts.OnlyWithActivity);
            case Names.Timestamp:
                facts.HasTimestamp = true;
                return TimestampRules.Check(ref reader);
            case Names.Stored:
                return TimestampRules.Check(ref reader);
            case Names.Authority:
                return CheckAuthority(ref reader);
            case Names.Version:
                return CheckVersion(ref reader, out facts.Version);
            default:
                return AttachmentRules.Check(ref reader, facts.IsSubStatement);
        }
    }

    /// <summary>What can be said only of the whole: the current token is its end.</summary>
    public static bool Complete(ref StatementReader reader, in StatementFacts facts)
    {
        // xAPI-Data 2.3.2
        if (facts.IsVoiding && facts.Object.Kind != ObjectKinds.StatementRef)
            return reader.Fail(new VoidingWithoutReference(reader.PathTo("object")));
        // xAPI-Data 2.4.6
        if (facts.OnlyWithActivity != 0 && facts.Object.Kind != ObjectKinds.Activity)
            return reader.Fail(new OnlyWithActivity(reader.PathTo($"context.{NameTable.Text(facts.OnlyWithActivity)}")));
        return true;
    }

    private static bool CheckId(ref StatementReader reader, ref StatementFacts facts)
    {
        if (!UuidRules.Check(ref reader, out var id)) return false;
        (facts.Id, facts.IdText) = (id, reader.TextAsString());
        return true;
    }

    private static bool CheckVerb(ref StatementReader reader, out bool isVoiding)
    {
        isVoiding = false;
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(Shape.Verb, ref seen, out var name))
        {
            if (name == Names.Id)
            {
                if (!IriRules.Check(ref reader, mayQuote: true)) return false;
                isVoiding = reader.TextEquals("http://adlnet.gov/expapi/verbs/voided"u8);
            }
            else if (!LanguageMapRules.Check(ref reader)) return false;
        }

        return reader.Error is null;
    }

    // xAPI-Data 2.4.9: an Agent, or application and user together, of which the application is identified by account. It is
    // overwritten in any case, so no more is asked of it.
    private static bool CheckAuthority(ref StatementReader reader)
    {
        if (!ObjectRules.Check(ref reader, ObjectKinds.AgentOrGroup, out var authority)) return false;
        var isPair = authority.Identifiers == 0 && authority.MemberCount == 2 && (authority.IdentifiersOfMembers & Names.Account) != 0;
        return authority.Kind == ObjectKinds.Agent || isPair || reader.Fail(new InvalidAuthority(reader.Path()));
    }

    // xAPI-Data 2.4.10; IEEE 9274.1.1 4.2.4.2: with 2.0, statements of 1.0.x are welcome too. The other way round they are not.
    private static bool CheckVersion(ref StatementReader reader, out string? version)
    {
        version = null;
        if (!reader.IsString()) return false;
        if (reader.TextEquals("1.0.0"u8)) version = "1.0.0";
        else if (reader.TextEquals("2.0.0"u8)) version = "2.0.0";
        else version = reader.Quotable();

        if (XapiVersionHeader.Parse(version) is { } parsed && parsed <= reader.Version) return true;
        var expected = reader.Version == XapiVersion.V1_0_3 ? "must be 1.0 or 1.0.x" : "must be 2.0.x or 1.0.x";
        return reader.Fail(new InvalidVersion(reader.Path(), expected, version));
    }
}
