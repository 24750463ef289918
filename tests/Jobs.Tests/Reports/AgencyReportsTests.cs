using System.Security.Cryptography;

namespace Jobs.Tests.Reports;

public sealed class AgencyReportsTests : IDisposable
{
    private readonly ReportFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_report_is_a_table_with_a_header_row_and_a_row_for_each_person()
    {
        var report = await _fixture.Reports.MakeAsync("4001", 2026, default);
        Assert.Equal(
            "nip,name,employment_type,unit,position_group,min_jp,claimed_jp,converted_jp,counted_jp,missing_jp,status,exempt_reason\r\n"
            + "\"\t198001012005011001\",'=Siti 4001 2026,PNS,\"Biro A, B\",,20,14,13,12.5,7.5,UNMET,\r\n"
            + "\"\t199001012020121001\",Budi,CPNS,,,,0,0,0,0,NOT_REQUIRED,\r\n",
            await _fixture.ReadAsync(report));
    }

    [Fact]
    public async Task Its_file_is_named_by_its_sha256()
    {
        var report = await _fixture.Reports.MakeAsync("40/01", 2026, default);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_fixture.Temporary.Directory, "files", report.Sha256));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), report.Sha256);
        Assert.Equal(bytes.Length, report.Bytes);
        Assert.Equal("compliance-40_01-2026.csv", report.FileName);
        Assert.Equal(report, await _fixture.Reports.FindAsync(report.Id, default));
    }

    [Fact]
    public async Task Made_twice_with_nothing_changed_there_is_one_report()
    {
        var first = await _fixture.Reports.MakeAsync("4001", 2026, default);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first, await _fixture.Reports.MakeAsync("4001", 2026, default));
        _fixture.CountedJp = 20;
        var changed = await _fixture.Reports.MakeAsync("4001", 2026, default);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        _fixture.CountedJp = 12.5m;
        var back = await _fixture.Reports.MakeAsync("4001", 2026, default);
        Assert.Equal([back.Id, changed.Id, first.Id], (await _fixture.Reports.ListAsync("4001", 2026, default)).Select(report => report.Id));
    }

    [Fact]
    public async Task Lists_by_agency_and_year()
    {
        var report = await _fixture.Reports.MakeAsync("4001", 2026, default);
        await _fixture.Reports.MakeAsync("4001", 2025, default);
        await _fixture.Reports.MakeAsync("4002", 2026, default);
        Assert.Equal([report], await _fixture.Reports.ListAsync("4001", 2026, default));
        Assert.Equal(3, (await _fixture.Reports.ListAsync(null, null, default)).Count);
    }

    [Fact]
    public async Task A_report_that_breaks_off_leaves_neither_report_nor_file()
    {
        await Assert.ThrowsAsync<IOException>(() => _fixture.Reports.MakeAsync("broken", 2026, default));
        Assert.Empty(await _fixture.Reports.ListAsync(null, null, default));
        Assert.Empty(Directory.GetFiles(Path.Combine(_fixture.Temporary.Directory, "files")));
    }
}
