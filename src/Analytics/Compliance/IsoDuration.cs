using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Compliance;

/// <summary>
/// Reads an ISO 8601 duration as seconds. A duration has no calendar of its own, so a year is 365 days, a month 30, a week 7 and a
/// day 24 hours. Weeks may stand beside other parts, a decimal (point or comma) may stand in any part, as platforms write them.
/// </summary>
internal static partial class IsoDuration
{
    private const int Day = 86_400;
    private const decimal Most = 1_000_000_000_000;
    private static readonly int[] SecondsOfPart = [365 * Day, 30 * Day, 7 * Day, Day, 3_600, 60, 1];

    /// <summary>False for what is not a duration, is negative, or is longer than a decimal can hold.</summary>
    public static bool TryReadSeconds(string text, out decimal seconds)
    {
        seconds = 0;
        var match = Pattern().Match(text);
        if (!match.Success)
            return false;
        var parts = 0;
        for (var i = 0; i < SecondsOfPart.Length; i++)
        {
            var part = match.Groups[i + 1];
            if (!part.Success)
                continue;
            if (!TryReadAmount(part.Value, out var amount) || amount > Most)
                return false;
            seconds += amount * SecondsOfPart[i];
            parts++;
        }
        return parts > 0;
    }

    private static bool TryReadAmount(string text, out decimal amount) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);

    private const string N = @"([0-9]+(?:[.,][0-9]+)?)";

    [GeneratedRegex($@"^P(?:{N}Y)?(?:{N}M)?(?:{N}W)?(?:{N}D)?(?:T(?=[0-9])(?:{N}H)?(?:{N}M)?(?:{N}S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
