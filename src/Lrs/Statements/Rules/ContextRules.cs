using System.Text.Json;
using Lrs.Http;

namespace Lrs.Statements.Rules;

/// <summary>Contexts (xAPI-Data 2.4.6), with the contextAgents and contextGroups of xAPI 2.0.</summary>
internal static class ContextRules
{
    /// <summary>Also tells which of revision and platform are there: they need an Activity as object, which may come later.</summary>
    public static bool Check(ref StatementReader reader, out Names onlyWithActivity)
    {
        onlyWithActivity = Names.None;
        if (!reader.EnterObject()) return false;
        var shape = reader.Version == XapiVersion.V1_0_3 ? Shape.Context : Shape.ContextInVersion2;
        var seen = Names.None;
        while (reader.NextProperty(shape, ref seen, out var name))
        {
            if (!CheckProperty(ref reader, name)) return false;
        }

        onlyWithActivity = seen & (Names.Revision | Names.Platform);
        return reader.Error is null;
    }

    private static bool CheckProperty(ref StatementReader reader, Names name) => name switch
    {
        Names.Registration => UuidRules.Check(ref reader, out _),
        Names.Instructor => ActorRules.Check(ref reader),
        Names.Team => ActorRules.Check(ref reader, ObjectKinds.Group),
        Names.ContextActivities => CheckContextActivities(ref reader),
        Names.Language => reader.IsString() && LanguageTagRules.Check(ref reader),
        Names.Statement => ObjectRules.Check(ref reader, ObjectKinds.StatementRef, out _),
        Names.Extensions => ExtensionRules.Check(ref reader),
        Names.ContextAgents => CheckContextActors(ref reader, Shape.ContextAgent),
        Names.ContextGroups => CheckContextActors(ref reader, Shape.ContextGroup),
        _ => reader.IsString(), // revision, platform
    };

    private static bool CheckContextActivities(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(Shape.ContextActivities, ref seen, out _))
        {
            // xAPI-Data 2.4.6.2: one Activity may stand for an array of one.
            var isGood = reader.Token == JsonTokenType.StartArray ? CheckActivities(ref reader) : ActivityRules.Check(ref reader);
            if (!isGood) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckActivities(ref StatementReader reader)
    {
        if (!reader.EnterArray()) return false;
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (!ActivityRules.Check(ref reader)) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckContextActors(ref StatementReader reader, Shape shape)
    {
        if (!reader.EnterArray()) return false;
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (!CheckContextActor(ref reader, shape)) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckContextActor(ref StatementReader reader, Shape shape)
    {
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(shape, ref seen, out var name))
        {
            var isGood = name switch
            {
                Names.ObjectType => CheckObjectType(ref reader, shape),
                Names.Agent => ActorRules.Check(ref reader, ObjectKinds.Agent),
                Names.Group => ActorRules.Check(ref reader, ObjectKinds.Group),
                _ => CheckRelevantTypes(ref reader),
            };
            if (!isGood) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckObjectType(ref StatementReader reader, Shape shape)
    {
        if (!reader.IsString()) return false;
        var isAgent = ReferenceEquals(shape, Shape.ContextAgent);
        if (reader.TextEquals(isAgent ? "contextAgent"u8 : "contextGroup"u8)) return true;
        var expected = isAgent ? "\"contextAgent\"" : "\"contextGroup\"";
        return reader.Fail(new InvalidValue(reader.Path(), expected, reader.Quotable(), Spec.ContextAgents));
    }

    private static bool CheckRelevantTypes(ref StatementReader reader)
    {
        if (!reader.EnterArray()) return false;
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (!IriRules.Check(ref reader, mayQuote: true)) return false;
        }

        return reader.Error is null && (index > 0 || reader.Fail(new EmptyList(reader.Path(), Spec.ContextAgents)));
    }
}
