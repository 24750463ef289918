using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Analytics.ClickHouse;

namespace Analytics.Compliance.Computing;

/// <summary>
/// The years of a group of people on their way into <c>person_years</c>: a person's row of a year is replaced as a whole, one they no longer
/// have is marked gone, and of one that says what stands already nothing is written unless it is wanted.
/// </summary>
/// <param name="agencies">Learns whose figures are others now.</param>
/// <param name="readAt">Before the people were read: of two computations the one that read later wins.</param>
internal sealed class PersonYearsTableWriter(ClickHouseClient clickHouse, SumAgencies agencies, DateTimeOffset readAt)
{
    // No row is there twice, so none need be looked for before the insert.
    private const string Insert =
        "INSERT INTO person_years (person_id, year, name, unit, position_group, agency_code, employment_type, status, min_jp, max_jp, requirement_rule, " +
        "target_jp, target_met, claimed_jp, converted_jp, counted_jp, missing_jp, credits.statement_id, credits.activity_iri, " +
        "credits.title, credits.provider, credits.form, credits.level, credits.date, credits.timestamp, credits.claimed_jp, " +
        "credits.converted_jp, credits.counted_jp, credits.duplicate, " +
        "credits.reductions, covered.competency, covered.date, content, computed_at, gone) SETTINGS optimize_on_insert = 0 FORMAT RowBinary";

    private const int FirstBufferBytes = 1 << 12;
    private const int SegmentBytes = 1 << 16;

    private static readonly string YearsOfPeople = EmbeddedSql.Load<PersonYearsTableWriter>(nameof(YearsOfPeople));

    // Tens of megabytes where everybody is new: in segments of a pool, and with no limit at which it would wait for a reader.
    private readonly Pipe _rows = new(new PipeOptions(pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: SegmentBytes));
    private readonly ArrayBufferWriter<byte> _row = new(FirstBufferBytes);
    private readonly YearContent _content = new();
    private readonly Dictionary<(Guid PersonId, int Year), (string Agency, ulong Content)> _standing = [];
    private readonly List<AgencyPerson> _left = [];
    private long _added;

    /// <summary>Reads what stands of all the people who are computed together.</summary>
    /// <param name="wanted">These people; of a range nobody but who was read of it too.</param>
    /// <param name="read">The people that were read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ReadStandingAsync(WantedPeople wanted, PeopleGroup read, CancellationToken cancellation)
    {
        await foreach (var (person, year, agency, content) in clickHouse.StreamBinaryAsync(
            YearsOfPeople,
            wanted.Parameters(),
            static (ref RowBinaryReader row) => (row.ReadGuid(), row.ReadByte() | (row.ReadByte() << 8), row.ReadCode(), row.ReadUInt64()),
            cancellation))
            if (!wanted.IsRange || read.Has(person))
                _standing.Add((person, year), (agency, content));
    }

    /// <summary>Adds a computed year; false where its row says the same already, and it was not added.</summary>
    /// <param name="year">What was computed.</param>
    /// <param name="evenIfSame">Whether a row is wanted all the same.</param>
    public bool Add(PersonYear year, bool evenIfSame)
    {
        var content = _content.Of(year);
        var stood = _standing.Remove((year.PersonId, year.Year), out var standing);
        if (stood && standing.Content == content && !evenIfSame)
            return false;
        if (stood && standing.Agency != year.AgencyCode)
            Leave(year.PersonId, year.Year, standing.Agency);
        agencies.Touch(year.Year, year.AgencyCode);
        AddRow(year, content, isGone: false);
        return true;
    }

    /// <summary>What stands of these people and was not computed: years that they no longer have.</summary>
    public IReadOnlyCollection<(Guid PersonId, int Year)> Gone => _standing.Keys;

    /// <summary>Stores the rows that were added, and marks those gone that were not.</summary>
    public async Task StoreAsync(CancellationToken cancellation)
    {
        foreach (var ((person, year), standing) in _standing)
        {
            Leave(person, year, standing.Agency);
            AddRow(NoYear(person, year), 0, isGone: true);
        }

        await _rows.Writer.CompleteAsync();
        // First: were it cut off after the rows, nothing would tell any more which agency they left.
        if (_left.Count > 0)
            await clickHouse.InsertAsync("agency_people", _left, cancellation);
        if (_added > 0)
            await clickHouse.InsertAsync(Insert, (stream, token) => _rows.Reader.CopyToAsync(stream, token), cancellation);
    }

    private void Leave(Guid person, int year, string agency)
    {
        agencies.Touch(year, agency);
        _left.Add(new AgencyPerson(year, agency, person, readAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture), Gone: 1));
    }

    private void AddRow(PersonYear year, ulong content, bool isGone)
    {
        _row.ResetWrittenCount();
        var writer = new RowBinaryWriter(_row);
        Write(writer, year);
        writer.Write(content);
        writer.Write(readAt);
        writer.Write(isGone);
        _rows.Writer.Write(_row.WrittenSpan);
        _added++;
    }

    private static PersonYear NoYear(Guid person, int year) => new(
        person, year, "", "", "", new Requirement(null, null, null), null, 0, 0, 0, ComplianceStatus.NotRequired, [], []);

    private static void Write(RowBinaryWriter writer, PersonYear year)
    {
        writer.Write(year.PersonId);
        writer.Write((byte)year.Year);
        writer.Write((byte)(year.Year >> 8));
        writer.Write(year.Known.Name);
        writer.Write(year.Known.Unit);
        writer.Write(year.Known.PositionGroup);
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
        WriteColumn(writer, year.Competencies, static (w, covered) => w.Write(covered.Code));
        WriteColumn(writer, year.Competencies, static (w, covered) => w.Write(covered.Date.ToDateOnly()));
    }

    private static void WriteCredits(RowBinaryWriter writer, IReadOnlyList<Credit> credits)
    {
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.StatementId));
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.ActivityIri));
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.Title));
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.Provider));
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.Form));
        WriteColumn(writer, credits, static (w, credit) => w.Write(LevelText.Of(credit.International)));
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.Date.ToDateOnly()));
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.Timestamp.ToDateTimeOffset()));
        WriteColumn(writer, credits, static (w, credit) => w.WriteDecimal64(credit.ClaimedJp, 4));
        WriteColumn(writer, credits, static (w, credit) => w.WriteDecimal64(credit.ConvertedJp, 1));
        WriteColumn(writer, credits, static (w, credit) => w.WriteDecimal64(credit.CountedJp, 1));
        WriteColumn(writer, credits, static (w, credit) => w.Write(credit.IsDuplicate));
        WriteColumn(writer, credits, static (w, credit) => WriteColumn(w, credit.Reductions, WriteReduction));
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
        for (var i = 0; i < items.Count; i++)
            write(writer, items[i]);
    }

    private static void WriteNullable(RowBinaryWriter writer, decimal? jp)
    {
        if (writer.WriteNull(jp is null))
            writer.WriteDecimal64(jp!.Value, 1);
    }

    /// <summary>A row of <c>agency_people</c> that says that a person is no longer an agency's.</summary>
    private sealed record AgencyPerson(int Year, string AgencyCode, Guid PersonId, string ComputedAt, int Gone);
}
