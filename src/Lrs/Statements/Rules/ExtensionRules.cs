using System.Text.Json;

namespace Lrs.Statements.Rules;

/// <summary>
/// Extensions (xAPI-Data 4.1): an object whose names are IRIs. Their values may be any JSON, null too, and are never a reason
/// to refuse; but a name that comes twice in one object has no defined meaning (2.2), at any depth.
/// </summary>
internal static class ExtensionRules
{
    public static bool Check(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        var keys = default(NameSet);
        while (reader.NextName(ref keys))
        {
            if (IriRules.Problem(reader.Text()) is { } problem)
                return reader.Fail(new InvalidExtensionKey(reader.Path(), problem));
            if (!reader.Read() || !CheckValue(ref reader)) return false;
        }

        return reader.Error is null;
    }

    // Recursion ends at the depth limit, which EnterObject and EnterArray keep.
    private static bool CheckValue(ref StatementReader reader) => reader.Token switch
    {
        JsonTokenType.StartObject => CheckObject(ref reader),
        JsonTokenType.StartArray => CheckArray(ref reader),
        _ => true,
    };

    private static bool CheckObject(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        var names = default(NameSet);
        while (reader.NextName(ref names))
        {
            if (!reader.Read() || !CheckValue(ref reader)) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckArray(ref StatementReader reader)
    {
        if (!reader.EnterArray()) return false;
        var index = -1;
        while (reader.NextElement(ref index))
        {
            if (!CheckValue(ref reader)) return false;
        }

        return reader.Error is null;
    }
}
