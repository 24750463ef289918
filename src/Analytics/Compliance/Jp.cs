namespace Analytics.Compliance;

/// <summary>Learning hours (jam pelajaran) as decimals.</summary>
internal static class Jp
{
    /// <summary>More than anybody learns in a life; a claim beyond it is a slip or an attack, and would overflow the sums.</summary>
    public const decimal Largest = 1_000_000;

    private const decimal OnePlace = 1.0m;
    private const decimal AnyPlaces = 1.0000000000000000000000000000m;

    /// <summary>Step 8: decimals are kept to one place, half up.</summary>
    public static decimal Round(decimal jp) => Math.Round(jp, 1, MidpointRounding.AwayFromZero);

    /// <summary>
    /// As it is shown and stored: one decimal place, or as many as it needs up to four. 31 is shown 31.0, 2.250 is shown 2.25.
    /// Only claims have more than one place; what they convert to is made of the exact claim.
    /// </summary>
    public static decimal Shown(decimal jp)
    {
        // What nearly every figure is: hours with one place, or whole.
        if (jp.Scale <= 1)
            return jp.Scale == 1 ? jp : jp * OnePlace;
        // Dividing by a one of full scale drops trailing zeros, multiplying by 1.0 gives the first place back.
        var bare = Math.Round(jp, 4, MidpointRounding.AwayFromZero) / AnyPlaces;
        return bare.Scale >= 1 ? bare : bare * OnePlace;
    }
}
