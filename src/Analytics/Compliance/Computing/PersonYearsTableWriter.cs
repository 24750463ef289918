using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>Stores computed years; a person's row of a year is replaced as a whole, and one they no longer have is marked gone.</summary>
internal sealed class PersonYearsTableWriter(ClickHouseClient clickHouse)
{
    private const string Insert =
        "INSERT INTO person_years (person_id, year, agency_code, employment_type, status, min_jp, max_jp, requirement_rule, " +
        "target_jp, target_met, claimed_jp, converted_jp, counted_jp, missing_jp, credits.statement_id, credits.activity_iri, " +
        "credits.title, credits.provider, credits.form, credits.level, credits.date, credits.timestamp, credits.claimed_jp, " +
        "credits.converted_jp, credits.counted_jp, credits.duplicate, " +
        "credits.reductions, covered.competency, covered.date, computed_at, gone) FORMAT RowBinary";

    private static readonly string YearsOfPeople = EmbeddedSql.Load<PersonYearsTableWriter>(nameof(YearsOfPeople));

    /// <param name="people">Everybody who was computed, also who has no year at all.</param>
    /// <param name="years">All years of these people.</param>
    /// <param name="readAt">Before the people were read: of two computations the one that read later wins.</param>
    /// <param name="cancellation">Gives up; what is stored by then is right.</param>
    public async Task StoreAsync(
        IReadOnlyCollection<Guid> people, IReadOnlyList<PersonYear> years, DateTimeOffset readAt, CancellationToken cancellation)
    {
        var stored = await ReadStoredAsync(people, cancellation);
        var gone = stored.Except(years.Select(year => (year.PersonId, year.Year))).Select(Gone).ToList();
        if (years.Count + gone.Count == 0)
            return;
        await clickHouse.InsertBinaryAsync(
            Insert,
            years.Select(year => (Year: year, IsGone: false)).Concat(gone.Select(year => (Year: year, IsGone: true))),
            (writer, row) => Write(writer, row.Year, readAt, row.IsGone),
            cancellation);
    }

    private async Task<List<(Guid PersonId, int Year)>> ReadStoredAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var stored = new List<(Guid, int)>();
        await foreach (var row in clickHouse.StreamBinaryAsync(
            YearsOfPeople,
            new QueryParameters().AddKeys("wanted_people", people),
            static (ref RowBinaryReader row) => (PersonId: row.ReadGuid(), Year: row.ReadByte() | (row.ReadByte() << 8)),
            cancellation))
            stored.Add(row);
        return stored;
    }

    private static PersonYear Gone((Guid PersonId, int Year) row) => new(
        row.PersonId, row.Year, "", "", "", new Requirement(null, null, null), null, 0, 0, 0, ComplianceStatus.NotRequired, [], []);

    private static void Write(RowBinaryWriter writer, PersonYear year, DateTimeOffset readAt, bool isGone)
    {
        writer.Write(year.PersonId);
        writer.Write((byte)year.Year);
        writer.Write((byte)(year.Year >> 8));
        writer.Write(year.AgencyCode);
        writer.Write(year.EmploymentType);
        writer.Write(StatusText.Of(year.Status));
        WriteNullable(writer, year.Requirement.MinJp);
        WriteNullable(writer, year.Requirement.MaxJp);
        writer.Write(year.Requirement.Rule ?? "");
        WriteNullable(writer, year.Target?.MinJp);
        writer.Write(year.Target?.Met ?? false);
        writer.WriteDecimal64(year.ClaimedJp, 4);
        writer.WriteDecimal64(year.ConvertedJp, 1);
        writer.WriteDecimal64(year.CountedJp, 1);
        writer.WriteDecimal64(year.MissingJp, 1);
        WriteCredits(writer, year.Credits);
        WriteColumn(writer, year.Competencies, (w, covered) => w.Write(covered.Code));
        WriteColumn(writer, year.Competencies, (w, covered) => w.Write(covered.Date.ToDateOnly()));
        writer.Write(readAt);
        writer.Write(isGone);
    }

    private static void WriteCredits(RowBinaryWriter writer, IReadOnlyList<Credit> credits)
    {
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.StatementId));
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.ActivityIri));
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.Title));
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.Provider));
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.Form));
        WriteColumn(writer, credits, (w, credit) => w.Write(LevelText.Of(credit.International)));
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.Date.ToDateOnly()));
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.Timestamp.ToDateTimeOffset()));
        WriteColumn(writer, credits, (w, credit) => w.WriteDecimal64(credit.ClaimedJp, 4));
        WriteColumn(writer, credits, (w, credit) => w.WriteDecimal64(credit.ConvertedJp, 1));
        WriteColumn(writer, credits, (w, credit) => w.WriteDecimal64(credit.CountedJp, 1));
        WriteColumn(writer, credits, (w, credit) => w.Write(credit.IsDuplicate));
        WriteColumn(writer, credits, (w, credit) => WriteColumn(w, credit.Reductions, WriteReduction));
    }

    private static void WriteReduction(RowBinaryWriter writer, Reduction reduction)
    {
        writer.Write(reduction.Rule);
        writer.WriteDecimal64(reduction.Jp, 4);
    }

    /// <summary>One column of a Nested: the value of every element.</summary>
    private static void WriteColumn<T>(RowBinaryWriter writer, IReadOnlyList<T> items, Action<RowBinaryWriter, T> write)
    {
        writer.WriteLength(items.Count);
        foreach (var item in items)
            write(writer, item);
    }

    private static void WriteNullable(RowBinaryWriter writer, decimal? jp)
    {
        if (writer.WriteNull(jp is null))
            writer.WriteDecimal64(jp!.Value, 1);
    }
}
