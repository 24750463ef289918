using Jobs.Reports;
using Microsoft.Extensions.Logging;

namespace Jobs.MakeAgencyReports;

/// <summary>Asks for one agency's report now.</summary>
public sealed record AgencyReportRequest(string AgencyCode, int Year);

/// <summary>
/// Makes the reports whose time has come; asked for by hand, the one that was asked for, or this year's of every agency. One agency whose
/// report fails does not keep the others from theirs, and is tried again an hour later.
/// </summary>
public sealed class MakeAgencyReportsJob(AgencyReports reports, ReportSchedules schedules, TimeProvider clock, ILogger<MakeAgencyReportsJob> logger)
{
    public Task RunAsync(JobRunContext run, CancellationToken cancellationToken) => run switch
    {
        { Request: AgencyReportRequest one } => MakeAsync([one.AgencyCode], one.Year, run, cancellationToken),
        { OnDemand: true } => MakeForEveryAgencyAsync(run, cancellationToken),
        _ => MakeDueAsync(run, cancellationToken),
    };

    private async Task MakeForEveryAgencyAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var thisYear = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Timetable.Wib).Year;
        await MakeAsync(await reports.AgencyCodesAsync(cancellationToken), thisYear, run, cancellationToken);
    }

    private async Task MakeDueAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var schedule in await schedules.DueAsync(cancellationToken))
        {
            try
            {
                var agencies = schedule.AgencyCode == ReportSchedule.EveryAgency
                    ? await reports.AgencyCodesAsync(cancellationToken)
                    : [schedule.AgencyCode];
                await MakeAsync(agencies, schedule.ReportYear, run, cancellationToken);
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

    private async Task MakeAsync(IReadOnlyList<string> agencyCodes, int year, JobRunContext run, CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        foreach (var agencyCode in agencyCodes)
        {
            try
            {
                await reports.MakeAsync(agencyCode, year, cancellationToken);
                run.Rows++;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever went wrong with one agency's report, the next agency should have its own.
                logger.ReportNotMade(exception, agencyCode, year);
                failed.Add(agencyCode);
            }
        }

        if (failed.Count > 0)
            throw new ReportsNotMadeException(failed, year);
    }
}

/// <summary>Some agencies' reports could not be made; the log says why for each.</summary>
public sealed class ReportsNotMadeException(IReadOnlyList<string> agencyCodes, int year)
    : Exception($"The reports for {year} could not be made of {agencyCodes.Count} agencies: {string.Join(", ", agencyCodes.Take(20))}.");
