using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>
/// The digest of all that a row of <c>person_years</c> says but when it was computed. Of what is in memory and not of the row's bytes: each
/// night makes a digest of everybody, and a row of hardly anyone.
/// </summary>
internal sealed class YearContent
{
    private const int FirstBufferBytes = 1 << 12;

    private byte[] _bytes = new byte[FirstBufferBytes];
    private int _length;

    public ulong Of(PersonYear year)
    {
        _length = 0;
        Append(year.PersonId);
        Append(year.Year);
        Append(year.Known.Name);
        Append(year.Known.Unit);
        Append(year.Known.PositionGroup);
        Append(year.AgencyCode);
        Append(year.EmploymentType);
        Append((int)year.Status);
        AppendJp(year.Requirement.MinJp);
        AppendJp(year.Requirement.MaxJp);
        Append(year.Requirement.Rule ?? "");
        AppendJp(year.Target?.MinJp);
        Append(year.Target?.Met ?? false);
        Append(year.ClaimedJp);
        Append(year.ConvertedJp);
        Append(year.CountedJp);
        Append(year.MissingJp);
        Append(year.Credits.Count);
        for (var i = 0; i < year.Credits.Count; i++)
            Append(year.Credits[i]);
        Append(year.Competencies.Count);
        for (var i = 0; i < year.Competencies.Count; i++)
        {
            Append(year.Competencies[i].Code);
            Append(year.Competencies[i].Date);
        }

        return XxHash3.HashToUInt64(_bytes.AsSpan(0, _length));
    }

    private void Append(Credit credit)
    {
        Append(credit.StatementId);
        Append(credit.Activity.Digest);
        Append(credit.Provider);
        Append(credit.Form);
        Append(credit.International);
        Append(credit.Date);
        Append(credit.Timestamp.ToUnixTimeTicks());
        Append(credit.ClaimedJp);
        Append(credit.ConvertedJp);
        Append(credit.CountedJp);
        Append(credit.IsDuplicate);
        Append(credit.Reductions.Count);
        for (var i = 0; i < credit.Reductions.Count; i++)
        {
            Append(credit.Reductions[i].Rule);
            Append(credit.Reductions[i].Jp);
        }
    }

    private void AppendJp(decimal? jp)
    {
        Append(jp is not null);
        Append(jp ?? 0);
    }

    private void Append(LocalDate date) => Append((date.Year << 16) | (date.Month << 8) | date.Day);

    // With its length: "ab" and "c" are not "a" and "bc".
    private void Append(string text)
    {
        Append(text.Length);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        bytes.CopyTo(Room(bytes.Length));
    }

    private void Append<T>(T value)
        where T : unmanaged => Unsafe.WriteUnaligned(ref MemoryMarshal.GetReference(Room(Unsafe.SizeOf<T>())), value);

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
            Array.Resize(ref _bytes, 2 * (_bytes.Length + bytes));
        _length += bytes;
        return _bytes.AsSpan(_length - bytes, bytes);
    }
}
