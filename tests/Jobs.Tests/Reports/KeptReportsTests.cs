using System.Security.Cryptography;
using Jobs.Reports;
using Testing;

namespace Jobs.Tests.Reports;

public class KeptReportsTests : IDisposable
{
    private readonly ReportFixture _fixture;

    public KeptReportsTests()
        : this(new ReportFixture())
    {
    }

    protected KeptReportsTests(ReportFixture fixture) => _fixture = fixture;

    public void Dispose() => _fixture.Dispose();

    [SkippableFact]
    public async Task A_report_is_a_table_with_a_header_row_and_a_row_for_each_person()
    {
        var report = await _fixture.Reports.MakeAsync(Order("4001", 2026), default);
        Assert.Equal(
            "nip,name,employment_type,unit,position_group,min_jp,claimed_jp,converted_jp,counted_jp,missing_jp,status,exempt_reason\r\n"
            + "\"\t198001012005011001\",'=Siti 4001 2026,PNS,\"Biro A, B\",,20,14,13,12.5,7.5,UNMET,\r\n"
            + "\"\t199001012020121001\",Budi,CPNS,,,,0,0,0,0,NOT_REQUIRED,\r\n",
            await _fixture.ReadAsync(report));
    }

    [SkippableFact]
    public async Task Its_file_is_named_by_its_sha256()
    {
        var report = await _fixture.Reports.MakeAsync(Order("40/01", 2026), default);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_fixture.Temporary.Directory, "files", report.Sha256));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), report.Sha256);
        Assert.Equal(bytes.Length, report.Bytes);
        Assert.Equal("compliance-40_01-2026.csv", report.FileName);
        Assert.Equal(report, await _fixture.Reports.FindAsync(report.Id, default));
    }

    [SkippableFact]
    public async Task Made_twice_with_nothing_changed_there_is_one_report()
    {
        var first = await _fixture.Reports.MakeAsync(Order("4001", 2026), default);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first, await _fixture.Reports.MakeAsync(Order("4001", 2026), default));
        _fixture.CountedJp = 20;
        var changed = await _fixture.Reports.MakeAsync(Order("4001", 2026), default);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        _fixture.CountedJp = 12.5m;
        var back = await _fixture.Reports.MakeAsync(Order("4001", 2026), default);
        Assert.Equal([back.Id, changed.Id, first.Id], (await _fixture.Reports.ListAsync("4001", null, null, 2026, default)).Select(report => report.Id));
    }

    [SkippableFact]
    public async Task Lists_by_agency_and_year()
    {
        var report = await _fixture.Reports.MakeAsync(Order("4001", 2026), default);
        await _fixture.Reports.MakeAsync(Order("4001", 2025), default);
        await _fixture.Reports.MakeAsync(Order("4002", 2026), default);
        Assert.Equal([report], await _fixture.Reports.ListAsync("4001", null, null, 2026, default));
        Assert.Equal(3, (await _fixture.Reports.ListAsync(null, null, null, null, default)).Count);
    }

    [SkippableFact]
    public async Task A_report_that_breaks_off_leaves_neither_report_nor_file()
    {
        await Assert.ThrowsAsync<IOException>(() => _fixture.Reports.MakeAsync(Order("broken", 2026), default));
        Assert.Empty(await _fixture.Reports.ListAsync(null, null, null, null, default));
        Assert.Empty(Directory.GetFiles(Path.Combine(_fixture.Temporary.Directory, "files")));
    }

    [SkippableTheory]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Pdf)]
    public async Task The_same_figures_are_the_same_file_in_every_format(ReportFormat format)
    {
        var first = await _fixture.Reports.MakeAsync(Order("4001", 2026) with { Format = format }, default);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first, await _fixture.Reports.MakeAsync(Order("4001", 2026) with { Format = format }, default));
    }

    [SkippableFact]
    public async Task An_agency_that_is_not_registered_has_no_report()
    {
        await Assert.ThrowsAsync<ReportOfNobodyException>(() => _fixture.Reports.MakeAsync(Order("nobody", 2026), default));
        Assert.Empty(await _fixture.Reports.ListAsync(null, null, null, null, default));
    }

    [SkippableFact]
    public async Task Old_reports_go_and_a_file_goes_when_no_report_refers_to_it()
    {
        // Two reports of one content: the names of agencies stand in no row of theirs.
        var forms = new[] { "4001", "4002" }.Select(code => Order(code, 2026) with { Kind = ReportKind.Forms }).ToArray();
        var old = await _fixture.Reports.MakeAsync(forms[0], default);
        var changed = await _fixture.Reports.MakeAsync(Order("4001", 2026), default);
        _fixture.Clock.Advance(TimeSpan.FromDays(30));
        var kept = await _fixture.Reports.MakeAsync(forms[1], default);
        Assert.Equal(old.Sha256, kept.Sha256);

        Assert.Equal(2, await _fixture.Reports.RemoveMadeBeforeAsync(_fixture.Clock.GetUtcNow() - TimeSpan.FromDays(1), default));
        Assert.Equal([kept.Id], (await _fixture.Reports.ListAsync(null, null, null, null, default)).Select(report => report.Id));
        Assert.NotNull(_fixture.Reports.OpenFile(kept));
        Assert.Null(_fixture.Reports.OpenFile(changed));

        _fixture.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(1, await _fixture.Reports.RemoveMadeBeforeAsync(_fixture.Clock.GetUtcNow(), default));
        Assert.Empty(Directory.GetFiles(Path.Combine(_fixture.Temporary.Directory, "files")));
    }

    [SkippableFact]
    public async Task A_file_that_was_written_a_moment_ago_stays_for_the_report_that_is_being_made()
    {
        var report = await _fixture.Reports.MakeAsync(Order("4001", 2026), default);
        File.SetLastWriteTimeUtc(Path.Combine(_fixture.Temporary.Directory, "files", report.Sha256), _fixture.Clock.GetUtcNow().UtcDateTime);
        await _fixture.Reports.RemoveMadeBeforeAsync(_fixture.Clock.GetUtcNow().AddMinutes(1), default);
        Assert.Empty(await _fixture.Reports.ListAsync(null, null, null, null, default));
        Assert.NotNull(_fixture.Reports.OpenFile(report));
    }

    private static ReportOrder Order(string agencyCode, int year) => new(ReportKind.Compliance, ReportFormat.Csv, agencyCode, "", year);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class KeptReportsOnPostgresTests(PostgresFixture postgres) : KeptReportsTests(new ReportFixture(clock => postgres.CreateStore(clock)));
