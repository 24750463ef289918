namespace Lrs.Statements.Rules;

/// <summary>Activities and their definitions (xAPI-Data 2.4.4.1).</summary>
internal static class ActivityRules
{
    public static bool Check(ref StatementReader reader) => ObjectRules.Check(ref reader, ObjectKinds.Activity, out _);

    public static bool CheckDefinition(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(Shape.Definition, ref seen, out var name))
        {
            var isGood = name switch
            {
                Names.Name or Names.Description => LanguageMapRules.Check(ref reader),
                Names.Type => IriRules.Check(ref reader, mayQuote: true),
                Names.MoreInfo => IriRules.Check(ref reader),
                Names.Extensions => ExtensionRules.Check(ref reader),
                _ => InteractionRules.CheckProperty(ref reader, name),
            };
            if (!isGood) return false;
        }

        return reader.Error is null && InteractionRules.Complete(ref reader, seen);
    }
}
