using Analytics.ClickHouse;
using Analytics.Relational;

namespace Jobs.Reports;

/// <summary>The table of report schedules.</summary>
public sealed class ReportSchedules(RelationalStore store, TimeProvider clock)
{
    // A cron expression that names a year can come to its end.
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string Upsert = EmbeddedSql.Load<ReportSchedules>("UpsertReportSchedule");

    public Task<IReadOnlyList<ReportSchedule>> ListAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<ReportSchedule>("SELECT * FROM report_schedules ORDER BY id", null, cancellationToken);

    public Task<ReportSchedule?> FindAsync(string id, CancellationToken cancellationToken) =>
        store.ReadOneAsync<ReportSchedule>("SELECT * FROM report_schedules WHERE id = @id", new { id }, cancellationToken);

    public Task<IReadOnlyList<ReportSchedule>> DueAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<ReportSchedule>(
            "SELECT * FROM report_schedules WHERE next_run_at <= @now ORDER BY next_run_at", new { now = clock.GetUtcNow() }, cancellationToken);

    /// <summary>Keeps the schedule with its next time, counted from now: what passed while the service was off comes once and not many times.</summary>
    /// <returns>Null where the cadence is none, or its time never comes.</returns>
    public async Task<ReportSchedule?> SetAsync(ReportSchedule schedule, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (Next(schedule.Cadence, now) is not { } next)
            return null;
        var kept = schedule with { NextRunAt = next };
        await store.WriteAsync(
            Upsert,
            new { kept.Id, kept.AgencyCode, kept.Provider, kept.Kind, kept.Cadence, kept.Format, kept.NextRunAt, UpdatedAt = now },
            cancellationToken);
        return kept;
    }

    /// <summary>The schedule's time was honoured. One that was changed meanwhile keeps what it was changed to.</summary>
    public Task AdvanceAsync(ReportSchedule honoured, CancellationToken cancellationToken) =>
        store.WriteAsync(
            "UPDATE report_schedules SET next_run_at = @next WHERE id = @Id AND next_run_at = @NextRunAt",
            new { next = Next(honoured.Cadence, clock.GetUtcNow()) ?? Never, honoured.Id, honoured.NextRunAt },
            cancellationToken);

    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        await store.WriteAsync("DELETE FROM report_schedules WHERE id = @id", new { id }, cancellationToken) > 0;

    private static DateTimeOffset? Next(string cadence, DateTimeOffset now) =>
        Timetable.TryParse(cadence, out var timetable, out _) ? timetable.NextAfter(now) : null;
}
