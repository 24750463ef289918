using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>Activities and time zones of agencies as they are now; read anew only when a row of them was.</summary>
internal sealed class RegistrySnapshots(ClickHouseClient clickHouse)
{
    private static readonly string ReadRegistryVersion = EmbeddedSql.Load<RegistrySnapshots>(nameof(ReadRegistryVersion));
    private static readonly string ReadActivities = EmbeddedSql.Load<RegistrySnapshots>(nameof(ReadActivities));
    private static readonly string ReadAgencyZones = EmbeddedSql.Load<RegistrySnapshots>(nameof(ReadAgencyZones));

    private volatile RegistrySnapshot? _last;

    public async Task<RegistrySnapshot> ReadAsync(CancellationToken cancellation)
    {
        var version = (await clickHouse.QueryAsync<RegistryVersion>(ReadRegistryVersion, cancellation: cancellation))[0];
        if (_last is { } last && last.Version == version)
            return last;
        var activities = new List<RegisteredActivity>();
        await foreach (var activity in clickHouse.StreamBinaryAsync(ReadActivities, null, ReadActivity, cancellation))
            activities.Add(activity);
        var zones = new Dictionary<string, DateTimeZone>(StringComparer.Ordinal);
        await foreach (var (code, zone) in clickHouse.StreamBinaryAsync(
            ReadAgencyZones, null, static (ref RowBinaryReader row) => (Code: row.ReadString(), Zone: row.ReadString()), cancellation))
            zones[code] = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? Wib.Zone;
        return _last = new RegistrySnapshot(version, new ActivityRegistry(activities), zones);
    }

    private static RegisteredActivity ReadActivity(ref RowBinaryReader row) => new(
        row.ReadString(), row.ReadString(), row.ReadCode(), row.ReadCode(),
        row.ReadNullableDecimal64(2), row.ReadNullableDecimal64(2), row.ReadBool(), row.ReadStrings(),
        new Validity(LocalDateOf(row.ReadNullableDate()), LocalDateOf(row.ReadNullableDate())));

    internal static LocalDate? LocalDateOf(DateOnly? date) => date is { } day ? LocalDate.FromDateOnly(day) : null;
}

internal sealed record RegistryVersion(string Activities, string Agencies);

internal sealed record RegistrySnapshot(
    RegistryVersion Version, ActivityRegistry Activities, IReadOnlyDictionary<string, DateTimeZone> Zones)
{
    /// <summary>Where an agency is unknown, WIB: most people live by it.</summary>
    public DateTimeZone ZoneOf(string agencyCode) => Zones.GetValueOrDefault(agencyCode, Wib.Zone);
}
