using System.Globalization;
using NodaTime;

namespace Analytics.Compliance;

public enum NipKind
{
    Pns,
    Pppk,
    Other,
}

/// <summary>
/// The 18-digit number of a civil servant. PNS: birth YYYYMMDD, appointment YYYYMM, sex, serial NNN. PPPK: birth YYYYMMDD, year YYYY,
/// 2, contract 1-9, sex, serial NNN; digits 13-14 tell them apart (01-12 or 21-29).
/// Only the 18 digits and the birth date decide whether it is a NIP: the numbers of PPPK_PARUH_WAKTU have no published structure,
/// and a registered person must never go unrecognised for an odd appointment digit; <see cref="Kind"/> says what the rest reads as.
/// </summary>
public readonly record struct Nip
{
    private const int Length = 18;

    private Nip(string value, LocalDate birthDate)
    {
        Value = value;
        BirthDate = birthDate;
    }

    public string Value { get; }

    public LocalDate BirthDate { get; }

    public NipKind Kind => Value[14] is not ('1' or '2')
        ? NipKind.Other
        : Digits(Value, 12, 2) switch { >= 1 and <= 12 => NipKind.Pns, >= 21 and <= 29 => NipKind.Pppk, _ => NipKind.Other };

    public static bool TryParse(string? text, out Nip nip)
    {
        nip = default;
        if (text is not { Length: Length } || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        var (year, month, day) = (Digits(text, 0, 4), Digits(text, 4, 2), Digits(text, 6, 2));
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        nip = new Nip(text, new LocalDate(year, month, day));
        return true;
    }

    // A NIP tells birth date and sex, so that it must never reach a log by being printed.
    public override string ToString() => "(a NIP)";

    private static int Digits(string text, int start, int count) =>
        int.Parse(text.AsSpan(start, count), NumberStyles.None, CultureInfo.InvariantCulture);
}
