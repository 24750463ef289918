using Analytics.Registry;
using Lrs.Auth;
using Lrs.ReadLog;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Lrs.Tests.ReadLog;

/// <summary>The access log by filter and page, of lines that name no single person.</summary>
public class ReadLogReaderTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 3, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly TemporaryStore _temporary;
    private readonly RecordReads _reads;
    private readonly ReadLogReader _log;

    public ReadLogReaderTests()
        : this(new TemporaryStore())
    {
    }

    protected ReadLogReaderTests(TemporaryStore temporary)
    {
        _temporary = temporary;
        _reads = new RecordReads(temporary.Store, _clock, NullLogger<RecordReads>.Instance);
        // Nobody is asked for a name where nobody is named.
        _log = new ReadLogReader(temporary.Store, new PeopleNames(null!));
    }

    public void Dispose()
    {
        _reads.Dispose();
        _temporary.Dispose();
    }

    [SkippableFact]
    public async Task The_newest_come_first_page_by_page()
    {
        await FillAsync();
        var first = await _log.ReadAsync(Query() with { Limit = 4 }, default);
        var rest = await _log.ReadAsync(Query() with { Limit = 4, Cursor = ReadLogQuery.ParseCursor(first.Next!) }, default);
        Assert.Equal(["report 5", "report 4", "report 3", "report 2", "report 1", "report 0"], first.Reads.Concat(rest.Reads).Select(line => line.Purpose));
        Assert.Null(rest.Next);
    }

    [SkippableFact]
    public async Task A_filter_leaves_what_it_says()
    {
        await FillAsync();
        Assert.Equal(3, (await _log.ReadAsync(Query() with { AgencyCode = "4001" }, default)).Reads.Count);
        Assert.Equal(3, (await _log.ReadAsync(Query() with { Caller = "BUDI" }, default)).Reads.Count);
        Assert.Equal(6, (await _log.ReadAsync(Query() with { Purpose = "report" }, default)).Reads.Count);
        Assert.Equal("report 2", Assert.Single((await _log.ReadAsync(Query() with { Purpose = "report 2" }, default)).Reads).Purpose);
        Assert.Empty((await _log.ReadAsync(Query() with { PersonId = Guid.NewGuid() }, default)).Reads);
        Assert.Equal(2, (await _log.ReadAsync(Query() with { From = Start.AddMinutes(1), To = Start.AddMinutes(3) }, default)).Reads.Count);
    }

    private async Task FillAsync()
    {
        await _reads.StartAsync(default);
        for (var place = 0; place < 6; place++)
        {
            var caller = new User { UserName = place % 2 == 0 ? "siti" : "budi", Role = "lan" }.ToCaller();
            await _reads.WriteAsync(caller, new RecordRead(Guid.Empty, place < 3 ? "4001" : "4002"), $"report {place}", default);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await _reads.StopAsync(default);
    }

    private static ReadLogQuery Query() => new(Start.AddDays(-1), Start.AddDays(1), "", null, "", "", 50, ReadLogQuery.ParseCursor(""));
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class ReadLogReaderOnPostgresTests(PostgresFixture postgres) : ReadLogReaderTests(postgres.CreateStore());
