namespace Lrs.Statements.Rules;

/// <summary>
/// Interaction activities (xAPI-Data 2.4.4.1): the type, and the lists beside it. Which list goes with which type, and what
/// the response patterns say, the LRS may leave to the sender, and does.
/// </summary>
internal static class InteractionRules
{
    private const string Types =
        "one of true-false, choice, fill-in, long-fill-in, matching, performance, sequencing, likert, numeric, other";

    /// <summary>A property of a definition that only an interaction has.</summary>
    public static bool CheckProperty(ref StatementReader reader, Names name) => name switch
    {
        Names.InteractionType => CheckType(ref reader),
        Names.CorrectResponsesPattern => CheckResponses(ref reader),
        _ => CheckComponents(ref reader),
    };

    /// <summary>An interaction must say which it is. The current token is the end of the definition.</summary>
    public static bool Complete(ref StatementReader reader, Names seen)
    {
        const Names OnlyOfInteractions = Names.CorrectResponsesPattern | Names.Components;
        return (seen & OnlyOfInteractions) == 0 || (seen & Names.InteractionType) != 0
            || reader.Fail(new MissingProperty(reader.PathTo("interactionType"), "an interaction", Spec.Interaction));
    }

    private static bool CheckType(ref StatementReader reader)
    {
        if (!reader.IsString()) return false;
        var isKnown = reader.TextEquals("choice"u8) || reader.TextEquals("true-false"u8) || reader.TextEquals("fill-in"u8)
            || reader.TextEquals("long-fill-in"u8) || reader.TextEquals("matching"u8) || reader.TextEquals("performance"u8)
            || reader.TextEquals("sequencing"u8) || reader.TextEquals("likert"u8) || reader.TextEquals("numeric"u8)
            || reader.TextEquals("other"u8);
        return isKnown || reader.Fail(new InvalidValue(reader.Path(), Types, reader.Quotable(), Spec.Interaction));
    }

    private static bool CheckResponses(ref StatementReader reader)
    {
        if (!reader.EnterArray()) return false;
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (!reader.IsString()) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckComponents(ref StatementReader reader)
    {
        if (!reader.EnterArray()) return false;
        var ids = default(NameSet);
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (!CheckComponent(ref reader, ref ids)) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckComponent(ref StatementReader reader, ref NameSet ids)
    {
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(Shape.Component, ref seen, out var name))
        {
            if (!(name == Names.Id ? CheckComponentId(ref reader, ref ids) : LanguageMapRules.Check(ref reader))) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckComponentId(ref StatementReader reader, ref NameSet ids)
    {
        if (!reader.IsString()) return false;
        return ids.Add(reader.TextAsMemory()) || reader.Fail(new DuplicateComponentId(reader.Path()));
    }
}
