using Analytics.ClickHouse;
using Analytics.Compliance.Queries;
using Analytics.Streaming;

namespace Analytics.Intake;

/// <summary>What was stored of a provider, counted when it is asked: storing a statement keeps no count. Days are days in WIB.</summary>
public sealed class IntakeQueries
{
    private static readonly string AcceptedByDay = EmbeddedSql.Load<IntakeQueries>(nameof(AcceptedByDay));
    private static readonly string AcceptedByMinute = EmbeddedSql.Load<IntakeQueries>(nameof(AcceptedByMinute));
    private static readonly string LastStored = EmbeddedSql.Load<IntakeQueries>(nameof(LastStored));
    private static readonly string NotRecognisedByDay = EmbeddedSql.Load<IntakeQueries>(nameof(NotRecognisedByDay));

    // UTC+7 all year.
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    private readonly ClickHouseClient _clickHouse;
    private readonly IStatementStream _stream;

    internal IntakeQueries(ClickHouseClient clickHouse, IStatementStream stream) => (_clickHouse, _stream) = (clickHouse, stream);

    /// <summary>Waits, for a bounded time, until what was accepted is stored, so that what was just sent is counted.</summary>
    public Task CatchUpAsync(CancellationToken cancellation) => _stream.CatchUpAsync(cancellation);

    /// <summary>The day in WIB that a moment falls on.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Wib).DateTime);

    /// <summary>Statements stored on each day that had any.</summary>
    /// <param name="provider">Of one platform only; empty for all.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<AcceptedDay>> AcceptedByDayAsync(string provider, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var rows = await _clickHouse.QueryAsync<DayRow>(AcceptedByDay, Days(provider, from, to), cancellation);
        return [.. rows.Select(row => new AcceptedDay(row.Provider, row.Day, row.Accepted, Micro.ToMoment(row.LastStored)))];
    }

    /// <summary>Statements stored in each minute since a moment that had any; minute 0 begins at the moment.</summary>
    /// <param name="provider">Of one platform only; empty for all.</param>
    /// <param name="since">The moment.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<AcceptedMinute>> AcceptedByMinuteAsync(string provider, DateTimeOffset since, CancellationToken cancellation) =>
        await _clickHouse.QueryAsync<AcceptedMinute>(AcceptedByMinute, new QueryParameters().Add("provider", provider).Add("since", since), cancellation);

    /// <summary>When the latest statement was stored; null where there is none.</summary>
    public async Task<DateTimeOffset?> LastStoredAsync(string provider, CancellationToken cancellation)
    {
        var rows = await _clickHouse.QueryAsync<LastRow>(LastStored, new QueryParameters().Add("provider", provider), cancellation);
        return rows is [var last] ? Micro.ToMoment(last.LastStored) : null;
    }

    /// <summary>Qualifying statements whose learner or activity was not known as of the last computation, on each day that had any.</summary>
    public async Task<IReadOnlyList<NotRecognisedDay>> NotRecognisedByDayAsync(
        string provider, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        await _clickHouse.QueryAsync<NotRecognisedDay>(NotRecognisedByDay, Days(provider, from, to), cancellation);

    private static QueryParameters Days(string provider, DateOnly from, DateOnly to) => new QueryParameters()
        .Add("provider", provider)
        .Add("from", new DateTimeOffset(from, TimeOnly.MinValue, Wib))
        .Add("before", new DateTimeOffset(to.AddDays(1), TimeOnly.MinValue, Wib));

    private sealed record DayRow(string Provider, DateOnly Day, long Accepted, long LastStored);

    private sealed record LastRow(long LastStored);
}

public sealed record AcceptedDay(string Provider, DateOnly Day, long Accepted, DateTimeOffset LastStored);

public sealed record AcceptedMinute(string Provider, int Minute, long Accepted);

/// <param name="Day">When they were stored, in WIB.</param>
/// <param name="UnknownLearner">Statements whose learner is nobody known.</param>
/// <param name="UnknownActivity">Statements whose activity is not registered.</param>
/// <param name="Statements">Statements that are one or both.</param>
public sealed record NotRecognisedDay(DateOnly Day, long UnknownLearner, long UnknownActivity, long Statements);
