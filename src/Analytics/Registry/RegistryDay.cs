using NodaTime;
using NodaTime.Extensions;

namespace Analytics.Registry;

internal static class RegistryDay
{
    // One day for the whole list, whatever the zone of an agency: that of the capital.
    private static readonly DateTimeZone Capital = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    public static DateOnly Today(TimeProvider clock) => clock.GetCurrentInstant().InZone(Capital).Date.ToDateOnly();
}
