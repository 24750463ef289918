using Analytics.Intake;
using Lrs.Intake;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Testing;

namespace Lrs.Tests.Intake;

/// <summary>How many requests a platform is refused is bounded by nobody; what is kept of them is.</summary>
public class RefusalsTests : IDisposable
{
    private const int MaxReasons = 3;
    private const string Post = "POST /xapi/statements";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStore _temporary;
    private readonly IOptions<IntakeOptions> _options = Options.Create(new IntakeOptions { MaxReasonsPerDay = MaxReasons, KeptDays = 10 });

    private DateOnly Today => IntakeQueries.DayOf(_clock.GetUtcNow());

    public RefusalsTests()
        : this(new TemporaryStore())
    {
    }

    protected RefusalsTests(TemporaryStore temporary) => _temporary = temporary;

    public void Dispose() => _temporary.Dispose();

    [SkippableFact]
    public async Task Adds_up_equal_reasons_over_writes_and_over_processes()
    {
        var (one, other) = (NewRefusals(), NewRefusals());
        one.Note("p", Post, Reason("a"), 0);
        one.Note("p", Post, Reason("a"), 7);
        await one.WriteAsync(default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        other.Note("p", Post, Reason("a"), null);
        other.Note("q", Post, Reason("a"), null);
        await other.WriteAsync(default);

        var reason = Assert.Single(await Table().ReasonsAsync("p", Today, Today, default));
        Assert.Equal(("a", 3, _clock.GetUtcNow()), (reason.Code, reason.Requests, reason.LastAt));
        Assert.Equal([("p", 3L), ("q", 1L)], (await Table().ByDayAsync("", Today, Today, default)).Select(day => (day.Provider, day.Requests)));
    }

    [SkippableFact]
    public async Task Counts_reasons_beyond_the_limit_as_other_in_memory_and_in_the_store()
    {
        var refusals = NewRefusals();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 100; i++)
                refusals.Note("p", Post, Reason($"{round}-{i}"), i);
            await refusals.WriteAsync(default);
        }

        var reasons = await Table().ReasonsAsync("p", Today, Today, default);
        Assert.Equal(MaxReasons + 1, reasons.Count);
        Assert.Equal(200, reasons.Sum(reason => reason.Requests));
        Assert.Equal(200 - MaxReasons, Assert.Single(reasons, reason => reason.Code == "other").Requests);
    }

    [SkippableFact]
    public async Task Keeps_the_latest_few_one_by_one()
    {
        var refusals = NewRefusals();
        for (var i = 0; i < 3 * PendingRefusals.MaxRecent; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            refusals.Note("p", Post, Reason("a"), i);
            if (i % 7 == 0)
                await refusals.WriteAsync(default);
        }

        refusals.Note("q", Post, Reason("b"), null);
        await refusals.WriteAsync(default);
        var recent = await Table().RecentAsync("p", default);
        Assert.Equal(Enumerable.Range(2 * PendingRefusals.MaxRecent, PendingRefusals.MaxRecent).Reverse(), recent.Select(refusal => refusal.StatementIndex!.Value));
        Assert.Single(await Table().RecentAsync("q", default));
        Assert.Equal(
            PendingRefusals.MaxRecent + 1, await _temporary.Store.ReadOneAsync<int>("SELECT COUNT(*) FROM recent_refusals", null, default));
    }

    [SkippableFact]
    public async Task Loses_nothing_while_the_store_is_away()
    {
        var refusals = NewRefusals();
        await _temporary.Store.WriteAsync("ALTER TABLE refusals RENAME TO away", null, default);
        refusals.Note("p", Post, Reason("a"), 1);
        await refusals.WriteAsync(default);
        refusals.Note("p", Post, Reason("a"), 2);
        await _temporary.Store.WriteAsync("ALTER TABLE away RENAME TO refusals", null, default);
        await refusals.StopAsync(default);
        Assert.Equal(2, Assert.Single(await Table().ReasonsAsync("p", Today, Today, default)).Requests);
        Assert.Equal(2, (await Table().RecentAsync("p", default)).Count);
    }

    [SkippableFact]
    public async Task Forgets_days_that_are_long_gone()
    {
        var refusals = NewRefusals();
        var first = Today;
        refusals.Note("p", Post, Reason("a"), null);
        await refusals.WriteAsync(default);
        _clock.Advance(TimeSpan.FromDays(11));
        refusals.Note("p", Post, Reason("a"), null);
        await refusals.WriteAsync(default);
        Assert.Equal(Today.ToString("O"), Assert.Single(await Table().ByDayAsync("p", first, Today, default)).Day);
    }

    private Refusals NewRefusals() => new(Table(), _options, _clock, NullLogger<Refusals>.Instance);

    private RefusalTable Table() => new(_temporary.Store, _options, _clock);

    private static RefusalReason Reason(string code) => new(400, code, "$[*].actor", "xAPI-Data 2.4.2");
}

/// <summary>The same over PostgreSQL.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class RefusalsOnPostgresTests(PostgresFixture postgres) : RefusalsTests(postgres.CreateStore());
