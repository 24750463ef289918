using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>Reads computed years back as the engine answered them, to compare. The exempt reason is not kept and not read.</summary>
internal sealed class StandingYears(ClickHouseClient clickHouse)
{
    private static readonly string Query = EmbeddedSql.Load<StandingYears>();

    public async Task<Dictionary<(Guid PersonId, int Year), PersonYear>> ReadAsync(
        IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var years = new Dictionary<(Guid, int), PersonYear>();
        await foreach (var year in clickHouse.StreamBinaryAsync(
            Query, new QueryParameters().AddKeys("wanted_people", people), ReadYear, cancellation))
            years[(year.PersonId, year.Year)] = year;
        return years;
    }

    private static PersonYear ReadYear(ref RowBinaryReader row)
    {
        var (person, year) = (row.ReadGuid(), row.ReadByte() | (row.ReadByte() << 8));
        var (agency, type, status) = (row.ReadString(), row.ReadString(), StatusText.Parse(row.ReadString()));
        var (least, most, rule) = (row.ReadNullableDecimal64(1), row.ReadNullableDecimal64(1), row.ReadString());
        var (target, targetMet) = (row.ReadNullableDecimal64(1), row.ReadBool());
        return new PersonYear(
            person, year, agency, type, "",
            new Requirement(least, most, rule.Length == 0 ? null : rule),
            target is { } targetJp ? new Target(targetJp, targetMet) : null,
            row.ReadDecimal64(4), row.ReadDecimal64(1), row.ReadDecimal64(1), status,
            row.ReadList(ReadCredit), row.ReadList(ReadCovered));
    }

    private static Credit ReadCredit(ref RowBinaryReader row) => new(
        row.ReadGuid(), new NamedActivity(row.ReadString(), row.ReadString()), row.ReadString(), row.ReadString(), row.ReadBool(),
        LocalDate.FromDateOnly(row.ReadDate()), Instant.FromDateTimeOffset(row.ReadMoment()),
        row.ReadDecimal64(4), row.ReadDecimal64(1), row.ReadDecimal64(1), row.ReadBool(), row.ReadList(ReadReduction));

    private static Reduction ReadReduction(ref RowBinaryReader row) => new(row.ReadString(), row.ReadDecimal64(4));

    private static CoveredCompetency ReadCovered(ref RowBinaryReader row) => new(row.ReadString(), LocalDate.FromDateOnly(row.ReadDate()));
}
