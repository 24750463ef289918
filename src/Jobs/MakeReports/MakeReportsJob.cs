using Analytics;
using Jobs.Reports;
using Microsoft.Extensions.Logging;

namespace Jobs.MakeReports;

/// <summary>
/// Makes the reports whose time has come; asked for by hand, the one that was ordered, those of a schedule, or
/// this year's compliance of every agency. One
/// report that fails does not keep the others from being made, and is tried again an hour later.
/// </summary>
public sealed class MakeReportsJob(KeptReports reports, ReportSchedules schedules, TimeProvider clock, ILogger<MakeReportsJob> logger)
{
    public const string Name = "make-reports";

    public Task RunAsync(JobRunContext run, CancellationToken cancellationToken) => run switch
    {
        { Request: ReportOrder one } => MakeAsync([one], run, cancellationToken),
        { Request: ScheduleOrder now } => MakeOfScheduleAsync(now, run, cancellationToken),
        { OnDemand: true } => MakeForEveryAgencyAsync(run, cancellationToken),
        _ => MakeDueAsync(run, cancellationToken),
    };

    private async Task MakeForEveryAgencyAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var thisYear = Wib.Today(clock).Year;
        await MakeAsync(await OrdersAsync(new ReportSchedule(), thisYear, cancellationToken), run, cancellationToken);
    }

    private async Task MakeOfScheduleAsync(ScheduleOrder now, JobRunContext run, CancellationToken cancellationToken) =>
        await MakeAsync(await OrdersAsync(now.Schedule, now.Year, cancellationToken), run, cancellationToken);

    private async Task MakeDueAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var schedule in await schedules.DueAsync(cancellationToken))
        {
            try
            {
                await MakeAsync(await OrdersAsync(schedule, schedule.ReportYear, cancellationToken), run, cancellationToken);
                await schedules.AdvanceAsync(schedule, cancellationToken);
            }
            catch (ReportsNotMadeException exception)
            {
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
            throw failures[0];
    }

    // An empty code stands for every agency, or every platform, that there is now.
    private async Task<IReadOnlyList<ReportOrder>> OrdersAsync(ReportSchedule schedule, int year, CancellationToken cancellationToken)
    {
        if (!ReportNames.TryParse<ReportKind>(schedule.Kind, out var kind) || !ReportNames.TryParse<ReportFormat>(schedule.Format, out var format))
            throw new InvalidOperationException($"The schedule {schedule.Id} asks for {schedule.Kind}.{schedule.Format}, which this version does not know.");
        if (kind == ReportKind.Nation)
            return [new ReportOrder(kind, format, "", "", year)];
        if (kind == ReportKind.Delivery)
        {
            var providers = schedule.Provider.Length > 0 ? [schedule.Provider] : await reports.ProvidersAsync(year, cancellationToken);
            return [.. providers.Select(provider => new ReportOrder(kind, format, "", provider, year))];
        }

        var agencies = schedule.AgencyCode == ReportSchedule.EveryAgency ? await reports.AgencyCodesAsync(cancellationToken) : [schedule.AgencyCode];
        return [.. agencies.Select(code => new ReportOrder(kind, format, code, "", year))];
    }

    private async Task MakeAsync(IReadOnlyList<ReportOrder> orders, JobRunContext run, CancellationToken cancellationToken)
    {
        var failed = new List<ReportOrder>();
        foreach (var order in orders)
        {
            try
            {
                await reports.MakeAsync(order, cancellationToken);
                run.Rows++;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever went wrong with one report, the next one should be made.
                logger.ReportNotMade(exception, ReportNames.Of(order.Kind), ReportNames.Of(order.Format), order.AgencyCode + order.Provider, order.Year);
                failed.Add(order);
            }
        }

        if (failed.Count > 0)
            throw new ReportsNotMadeException(failed);
    }
}

/// <summary>Some reports could not be made; the log says why for each.</summary>
public sealed class ReportsNotMadeException(IReadOnlyList<ReportOrder> orders)
    : Exception($"{orders.Count} reports could not be made: {string.Join(", ", orders.Take(20).Select(order => order.FileName))}.");
