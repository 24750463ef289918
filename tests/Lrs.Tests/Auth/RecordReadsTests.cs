using Lrs.Auth;
using Microsoft.Extensions.Logging.Abstractions;
using Testing;

namespace Lrs.Tests.Auth;

public class RecordReadsTests : IDisposable
{
    private static readonly Caller Caller = new User { UserName = "siti", Role = "lan" }.ToCaller();

    private readonly TemporaryStore _temporary;
    private readonly RecordReads _reads;

    public RecordReadsTests()
        : this(new TemporaryStore())
    {
    }

    protected RecordReadsTests(TemporaryStore temporary)
    {
        _temporary = temporary;
        _reads = new RecordReads(_temporary.Store, TimeProvider.System, NullLogger<RecordReads>.Instance);
    }


    public void Dispose()
    {
        _reads.Dispose();
        _temporary.Dispose();
    }

    [SkippableFact]
    public async Task A_read_is_kept_before_the_record_is_shown()
    {
        await _reads.StartAsync(default);
        var person = Guid.NewGuid();
        await _reads.WriteAsync(Caller, new RecordRead(person, "4001"), "transcript", default);
        Assert.Equal([$"user:siti {person} transcript"], await Kept());
        await _reads.StopAsync(default);
    }

    [SkippableFact]
    public async Task Nothing_is_lost_when_the_service_stops_in_the_middle()
    {
        // More than the queue holds, and nobody takes from it yet: some wait for room when the stop comes.
        var writes = Enumerable.Range(0, 1_500).Select(_ => _reads.WriteAsync(Caller, new RecordRead(Guid.NewGuid(), "4001"), "people list", default)).ToList();
        await _reads.StartAsync(default);
        await _reads.StopAsync(default);
        await Task.WhenAll(writes);
        Assert.Equal(writes.Count, (await Kept()).Count);
    }

    [SkippableFact]
    public async Task A_read_after_the_stop_is_kept_too()
    {
        await _reads.StartAsync(default);
        await _reads.StopAsync(default);
        await _reads.WriteAsync(Caller, [new RecordRead(Guid.NewGuid(), "4001"), new RecordRead(Guid.NewGuid(), "4002")], "people list", default);
        Assert.Equal(2, (await Kept()).Count);
    }

    private Task<IReadOnlyList<string>> Kept() =>
        _temporary.Store.ReadAsync<string>("SELECT caller || ' ' || person_id || ' ' || purpose FROM record_reads", null, default);
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class RecordReadsOnPostgresTests(PostgresFixture postgres) : RecordReadsTests(postgres.CreateStore());
