using System.Data.Common;
using System.Globalization;
using Analytics.ClickHouse;
using Analytics.Intake;
using Analytics.Relational;
using Dapper;
using Microsoft.Extensions.Options;

namespace Lrs.Intake;

/// <summary>The tables of refusals. A provider's day holds no more reasons than <see cref="IntakeOptions.MaxReasonsPerDay"/>, and the row "other".</summary>
internal sealed class RefusalTable(RelationalStore store, IOptions<IntakeOptions> options, TimeProvider clock)
{
    private const string CountReasons = "SELECT COUNT(*) FROM refusals WHERE provider = @Provider AND day = @Day";
    private const string Prune = "DELETE FROM refusals WHERE day < @day";

    private static readonly string Increase = EmbeddedSql.Load<RefusalTable>("IncreaseRefusals");
    private static readonly string Insert = EmbeddedSql.Load<RefusalTable>("InsertRefusals");
    private static readonly string InsertRecent = EmbeddedSql.Load<RefusalTable>("InsertRecentRefusal");
    private static readonly string PruneRecent = EmbeddedSql.Load<RefusalTable>("PruneRecentRefusals");
    private static readonly string Reasons = EmbeddedSql.Load<RefusalTable>("RefusalReasons");
    private static readonly string ByDay = EmbeddedSql.Load<RefusalTable>("RefusalsByDay");
    private static readonly string Recent = EmbeddedSql.Load<RefusalTable>("RecentRefusals");

    /// <summary>All of them or none.</summary>
    public Task AddAsync(PendingRefusals pending, CancellationToken cancellation) => store.WriteAsync(
        async (connection, transaction) =>
        {
            foreach (var (provider, day, reason, count) in pending.Counts)
                await AddAsync(connection, transaction, provider, Text(day), reason, count);
            foreach (var refusal in pending.Recent)
                await connection.ExecuteAsync(InsertRecent, RecentRow(refusal), transaction);
            foreach (var provider in pending.Recent.Select(refusal => refusal.Provider).Distinct())
                await connection.ExecuteAsync(PruneRecent, new { provider, keep = PendingRefusals.MaxRecent }, transaction);
            var oldest = IntakeQueries.DayOf(clock.GetUtcNow()).AddDays(-options.Value.KeptDays);
            return await connection.ExecuteAsync(Prune, new { day = Text(oldest) }, transaction);
        },
        cancellation);

    /// <summary>Why requests were refused, and how many each time; the most first.</summary>
    public Task<IReadOnlyList<RefusedFor>> ReasonsAsync(string provider, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        store.ReadAsync<RefusedFor>(Reasons, new { provider, from = Text(from), to = Text(to) }, cancellation);

    /// <param name="provider">Of one platform only; empty for all.</param>
    public Task<IReadOnlyList<RefusedDay>> ByDayAsync(string provider, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        store.ReadAsync<RefusedDay>(ByDay, new { provider, from = Text(from), to = Text(to) }, cancellation);

    /// <summary>The latest first.</summary>
    public Task<IReadOnlyList<RecentRefusal>> RecentAsync(string provider, CancellationToken cancellation) =>
        store.ReadAsync<RecentRefusal>(Recent, new { provider, limit = PendingRefusals.MaxRecent }, cancellation);

    private async Task AddAsync(
        DbConnection connection, DbTransaction transaction, string provider, string day, RefusalReason reason, RefusalCount count)
    {
        if (await connection.ExecuteAsync(Increase, Row(provider, day, reason, count), transaction) > 0)
            return;
        var reasons = await connection.ExecuteScalarAsync<int>(CountReasons, new { Provider = provider, Day = day }, transaction);
        var kept = reasons < options.Value.MaxReasonsPerDay ? reason : RefusalReason.Other;
        await connection.ExecuteAsync(Insert, Row(provider, day, kept, count), transaction);
    }

    private static object Row(string provider, string day, RefusalReason reason, RefusalCount count) => new
    {
        Provider = provider, Day = day, reason.Status, reason.Code, reason.Path, reason.Rule, count.Requests, count.LastAt,
    };

    private static object RecentRow(Refusal refusal) => new
    {
        refusal.Provider, refusal.RefusedAt, refusal.Request, refusal.Reason.Status, refusal.Reason.Code, refusal.Reason.Path, refusal.Reason.Rule,
        refusal.StatementIndex,
    };

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>One reason and how often it was met.</summary>
internal sealed record RefusedFor
{
    /// <summary>400 to 499; 0 for the reasons that were too many to be kept apart.</summary>
    public int Status { get; init; }

    public string Code { get; init; } = "";

    public string Path { get; init; } = "";

    public string Rule { get; init; } = "";

    public long Requests { get; init; }

    public DateTimeOffset LastAt { get; init; }
}

internal sealed record RefusedDay
{
    public string Provider { get; init; } = "";

    /// <summary>In WIB, as 2026-03-14.</summary>
    public string Day { get; init; } = "";

    public long Requests { get; init; }
}

internal sealed record RecentRefusal
{
    public DateTimeOffset RefusedAt { get; init; }

    /// <summary>Method and resource.</summary>
    public string Request { get; init; } = "";

    public int Status { get; init; }

    public string Code { get; init; } = "";

    public string Path { get; init; } = "";

    public string Rule { get; init; } = "";

    /// <summary>From 0; null where the request as a whole was refused.</summary>
    public int? StatementIndex { get; init; }
}
