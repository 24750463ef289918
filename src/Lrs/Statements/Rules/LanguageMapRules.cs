namespace Lrs.Statements.Rules;

/// <summary>Language maps (xAPI-Data 4.2): RFC 5646 tags to strings. An empty map is let pass, the standard only advises against it.</summary>
internal static class LanguageMapRules
{
    public static bool Check(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        var tags = default(NameSet);
        while (reader.NextName(ref tags))
        {
            if (!LanguageTagRules.Check(ref reader)) return false;
            if (!reader.Read() || !reader.IsString()) return false;
        }

        return reader.Error is null;
    }
}
