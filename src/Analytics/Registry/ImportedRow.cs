using System.Collections.Frozen;
using System.Globalization;
using Analytics.Compliance;

namespace Analytics.Registry;

/// <summary>
/// The fields of the row that is being read, each checked as it is taken. The first that is at fault is the row's rejection; the values
/// after it are worthless.
/// </summary>
/// <param name="textOf">The text of a column, empty where the row has no such column.</param>
internal sealed class ImportedRow(Func<string, string> textOf)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const decimal MaxNumber = 9_999_999.99m;
    private const int OldestBirthYear = 1920;

    // What a Date32 can hold.
    private static readonly DateOnly FirstDate = new(1900, 1, 1);
    private static readonly DateOnly LastDate = new(2299, 12, 31);

    public string? FaultColumn { get; private set; }

    public string? FaultReason { get; private set; }

    /// <summary>Forgets the row before.</summary>
    public void Begin() => (FaultColumn, FaultReason) = (null, null);

    public void Reject(string column, string reason) => (FaultColumn, FaultReason) = (FaultColumn ?? column, FaultReason ?? reason);

    /// <summary>The text, empty where the file has no such column.</summary>
    public string Text(string column) => textOf(column);

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Reject(column, "Expected a value.");
        return text;
    }

    public string OneOf(string column, FrozenSet<string> values)
    {
        var text = Text(column);
        if (!values.Contains(text))
            Reject(column, $"Expected one of {string.Join(", ", values.Order(StringComparer.Ordinal))}.");
        return text;
    }

    public Nip Nip(string column, DateOnly today)
    {
        if (!Compliance.Nip.TryParse(Text(column), out var nip))
            Reject(column, "Expected a NIP: 18 digits that begin with a date of birth (YYYYMMDD).");
        else if (nip.BirthDate.Year < OldestBirthYear || nip.BirthDate.ToDateOnly() > today)
            Reject(column, $"Expected a NIP that begins with a date of birth from {OldestBirthYear} to today.");
        return nip;
    }

    /// <summary>Both ends of a span of days, inclusive, each open where it is empty.</summary>
    public (DateOnly? From, DateOnly? To) Span(string fromColumn, string toColumn)
    {
        var (from, to) = (Date(fromColumn), Date(toColumn));
        if (to < from)
            Reject(toColumn, $"Expected a date that is not before {fromColumn}.");
        return (from, to);
    }

    /// <summary>A number of hours or units, null where it is empty.</summary>
    public decimal? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= MaxNumber && decimal.Round(number, 2) == number)
            return number;
        Reject(column, "Expected a number such as 10 or 2.5: not negative, a decimal point, at most two decimals.");
        return null;
    }

    private DateOnly? Date(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= FirstDate && date <= LastDate)
            return date;
        Reject(column, "Expected a date as 2026-12-31, from 1900 to 2299, or nothing.");
        return null;
    }
}
