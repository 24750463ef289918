using System.Globalization;

namespace Lrs.Statements;

/// <summary>
/// The header Accept-Language (RFC 2616 14.4), applied to each language map by itself (xAPI Communication 2.1.3, "Language Filtering").
/// A range fits a tag that it equals or begins; of the ranges that fit a tag the longest counts.
/// </summary>
internal sealed class LanguagePreference
{
    private readonly List<(string Range, double Quality)> _ranges = [];

    /// <param name="header">Parts that are no language range are passed over; empty means that any language does.</param>
    public LanguagePreference(string header)
    {
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split(';', StringSplitOptions.TrimEntries);
            var quality = pieces.Skip(1).Select(QualityOf).FirstOrDefault(known => known is not null) ?? 1;
            if (pieces[0].Length > 0)
                _ranges.Add((pieces[0], quality));
        }
    }

    /// <summary>The place of the best of a map's tags; the map's first where none is asked for.</summary>
    public int Best(IReadOnlyList<string> tags)
    {
        var fits = tags.Select(FitOf).ToList();
        var best = Enumerable.Range(0, tags.Count).OrderByDescending(i => fits[i].Quality).ThenBy(i => fits[i].Place).First();
        if (fits[best].Quality > 0)
            return best;
        // Nothing that was asked for: rather the same language than any (RFC 4647 3.4), and rather any than one that is refused.
        return NearestOf(tags) ?? Enumerable.Range(0, tags.Count).OrderBy(i => fits[i].Place < int.MaxValue ? 1 : 0).First();
    }

    private (double Quality, int Place) FitOf(string tag)
    {
        var place = -1;
        for (var i = 0; i < _ranges.Count; i++)
        {
            if (Fits(_ranges[i].Range, tag) && (place < 0 || LengthOf(i) > LengthOf(place)))
                place = i;
        }

        return place < 0 ? (0, int.MaxValue) : (_ranges[place].Quality, place);
    }

    private int? NearestOf(IReadOnlyList<string> tags)
    {
        foreach (var (range, _) in _ranges.Where(range => range.Quality > 0).OrderByDescending(range => range.Quality))
        {
            for (var cut = range.LastIndexOf('-'); cut > 0; cut = range.LastIndexOf('-', cut - 1))
            {
                var shorter = range[..cut];
                for (var i = 0; i < tags.Count; i++)
                {
                    if (Fits(shorter, tags[i]) && FitOf(tags[i]).Place == int.MaxValue)
                        return i;
                }
            }
        }

        return null;
    }

    private int LengthOf(int place) => _ranges[place].Range == "*" ? 0 : _ranges[place].Range.Length;

    private static bool Fits(string range, string tag) =>
        range == "*"
        || (tag.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (tag.Length == range.Length || tag[range.Length] == '-'));

    private static double? QualityOf(string parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality)
            ? Math.Clamp(quality, 0, 1)
            : null;
}
