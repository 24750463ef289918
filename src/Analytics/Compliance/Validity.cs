using NodaTime;

namespace Analytics.Compliance;

/// <summary>A span of local dates, both ends inclusive; an empty end is open.</summary>
internal readonly record struct Validity(LocalDate? From, LocalDate? To)
{
    public static readonly Validity Always = new(null, null);

    public bool Covers(LocalDate date) => !(From > date) && !(To < date);

    public bool Overlaps(LocalDate first, LocalDate last) => !(From > last) && !(To < first);
}
