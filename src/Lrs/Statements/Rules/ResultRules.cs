namespace Lrs.Statements.Rules;

/// <summary>Results and scores (xAPI-Data 2.4.5).</summary>
internal static class ResultRules
{
    public static bool Check(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        var seen = Names.None;
        while (reader.NextProperty(Shape.Result, ref seen, out var name))
        {
            var isGood = name switch
            {
                Names.Score => CheckScore(ref reader),
                Names.Success or Names.Completion => reader.IsBoolean(),
                Names.Response => reader.IsString(),
                Names.Duration => DurationRules.Check(ref reader),
                _ => ExtensionRules.Check(ref reader),
            };
            if (!isGood) return false;
        }

        return reader.Error is null;
    }

    private static bool CheckScore(ref StatementReader reader)
    {
        if (!reader.EnterObject()) return false;
        // A bound that is not given compares false with everything, and so allows everything.
        double scaled = double.NaN, raw = double.NaN, min = double.NaN, max = double.NaN;
        var seen = Names.None;
        while (reader.NextProperty(Shape.Score, ref seen, out var name))
        {
            if (!reader.IsNumber(out var value)) return false;
            switch (name)
            {
                case Names.Scaled: scaled = value; break;
                case Names.Raw: raw = value; break;
                case Names.Min: min = value; break;
                default: max = value; break;
            }
        }

        if (reader.Error is not null) return false;
        if (scaled < -1 || scaled > 1) return Fail(ref reader, "scaled", "must lie between -1 and 1");
        if (min >= max) return Fail(ref reader, "min", "must be less than max");
        if (raw < min || raw > max) return Fail(ref reader, "raw", "must lie between min and max");
        return true;
    }

    private static bool Fail(ref StatementReader reader, string property, string expected) =>
        reader.Fail(new OutOfRange(reader.PathTo(property), expected, Spec.Score));
}
