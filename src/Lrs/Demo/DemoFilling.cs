using System.Net.Http.Headers;
using System.Text;
using Analytics;
using Analytics.Streaming;
using Lrs.Auth;
using Microsoft.Extensions.Options;
using Samples;

namespace Lrs.Demo;

/// <summary>Fills the running service over HTTP, as platforms and LAN would; what it says goes to the terminal.</summary>
internal sealed class DemoFilling(
    IHostApplicationLifetime lifetime,
    IStatementStream stream,
    IOptions<HostingOptions> hosting,
    IOptions<AuthOptions> auth,
    IOptions<DataOptions> data,
    TimeProvider clock,
    ILogger<DemoFilling> logger) : BackgroundService
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The demo talks to the person at the terminal, not to the log.
#pragma warning disable RS0030
        var terminal = Console.Out;
#pragma warning restore RS0030
        await StartedAsync(stoppingToken);
        while (!stream.IsReady)
            await Task.Delay(PollEvery, stoppingToken);

        using var root = new HttpClient { BaseAddress = new Uri(hosting.Value.Urls.Split(';')[0]), Timeout = TimeSpan.FromMinutes(10) };
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{auth.Value.RootKey}:{auth.Value.RootSecret}"));
        root.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", basic);
        // A demo that was stopped half-way goes on: its statements have the same ids each time, so none is there twice.
        var filled = Path.Combine(data.Value.Directory, "demo-filled");
        var options = new NationalDemoOptions { Password = DemoPassword, FillAgain = !File.Exists(filled) };
        try
        {
            await NationalDemo.FillAsync(root, options, terminal, clock, stoppingToken);
            await File.WriteAllTextAsync(filled, "", stoppingToken);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stoppingToken.IsCancellationRequested)
        {
            logger.DemoStopped(e);
        }
    }

    /// <summary>Of every sign-in of the demo, which listens on loopback only.</summary>
    private const string DemoPassword = "belajar-sepanjang-hayat";

    private async Task StartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
