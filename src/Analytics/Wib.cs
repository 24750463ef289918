using NodaTime;

namespace Analytics;

/// <summary>Western Indonesian time (UTC+7): by it the nation's day and year begin, whatever the zone of an agency.</summary>
public static class Wib
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    public static LocalDate DayOf(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(Zone).Date;

    public static LocalDate Today(TimeProvider clock) => DayOf(clock.GetUtcNow());
}
