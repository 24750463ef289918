using Analytics;
using Analytics.Relational;
using Jobs.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Testing;

namespace Jobs.Tests;

/// <summary>A process with the role jobs, as far as the clock goes: several may stand on one directory.</summary>
internal static class ClockHost
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static ScheduledJob Job(string name, Timetable timetable, Func<JobRunContext, CancellationToken, Task> run) =>
        new(name, "", timetable, (_, context, cancellationToken) => run(context, cancellationToken), Quiet: false);

    public static async Task<IHost> StartAsync(TemporaryStore directory, params ScheduledJob[] jobs)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IOptions<DataOptions>>(directory.Data);
        builder.Services.AddSingleton<RelationalStore>();
        JobsServices.AddClock(builder.Services, jobs, clustered: directory.Data.Value.Database is not null);
        var host = builder.Build();
        await (await host.Services.GetRequiredService<RelationalStore>().OpenAsync(default)).DisposeAsync();
        await host.StartAsync();
        return host;
    }

    /// <summary>The process is gone without a word, as after kill -9: the system has unlocked its mark, and nobody removes it.</summary>
    public static void Crash(this IHost host, TemporaryStore directory)
    {
        var process = host.Services.GetRequiredService<ProcessMark>();
        process.Dispose();
        File.WriteAllText(Path.Combine(directory.Directory, "processes", process.Name), "");
    }

    public static Task<IReadOnlyList<JobRun>> RunsAsync(this TemporaryStore directory) => new JobHistory(directory.Store).LatestAsync(1_000, default);
}
