using NodaTime;

namespace Samples.Registry;

internal enum Region { Nation, Aceh, Minang, Java, Sunda, Betawi, Bali, Timor, Borneo, Bugis, Maluku, Papua }

/// <summary>One agency: who it is, where its clock stands, how many of the people it has and how keenly they learn: Weight is
/// its share of the people against the others', Zeal the part of them who set out to reach their hours this year.</summary>
internal sealed record Agency(
    string Code, string Name, string Kind, string Parent, string Province, string Zone, Region Region, double Weight, double Zeal)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[Zone];

    public bool IsCentral => Kind is "KEMENTERIAN" or "LEMBAGA";

    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = LocalDateTime.FromDateTime(day.ToDateTime(time));
        return local.InZoneLeniently(_zone).ToDateTimeOffset();
    }

    public DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(Instant.FromDateTimeOffset(moment).InZone(_zone).ToDateTimeUnspecified());
}
