using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Testing;

namespace EndToEnd.Tests;

/// <summary>What leaves the process for a collector of OpenTelemetry: the stages of a statement by their verbs, and nobody's data.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Nip = "198706152010121003";

    private static readonly string[] Expected =
    [
        "parse", "publish", "store", "lrs.statements.accepted", "lrs.requests.refused", "analytics.statements.stored",
        "analytics.statements.store.duration", "jobs.runs", "lrs.ready", "lrs.data.free", "http.server.request.duration",
    ];

    private readonly ConcurrentQueue<string> _received = new();
    private readonly WebApplication _collector;

    public TelemetryTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            // Protobuf holds its texts as they are.
            _received.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
    }

    public Task InitializeAsync() => _collector.StartAsync();

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    [Fact]
    public async Task Every_stage_is_seen_and_no_person()
    {
        using var directory = new TestDirectory();
        await using (var lrs = await LrsProcess.StartAsync(
            directory.Path, $"--OTEL_EXPORTER_OTLP_ENDPOINT={_collector.Urls.First()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "--OTEL_METRIC_EXPORT_INTERVAL=500", "--OTEL_BSP_SCHEDULE_DELAY=200"))
        {
            var made = await lrs.Root.PostAsJsonAsync("/api/v1/credentials", new { provider = "lms-uji", scopes = new[] { "all" } });
            var credential = await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            using var platform = lrs.NewClient(credential.GetProperty("key").GetString()!, credential.GetProperty("secret").GetString()!);
            (await PostAsync(platform, Posted.Statement(actor: Posted.Learner(Nip)))).EnsureSuccessStatusCode();
            Assert.False((await PostAsync(platform, "[{\"actor\":1}]")).IsSuccessStatusCode);
            var agent = Uri.EscapeDataString(Posted.Learner(Nip));
            (await lrs.Root.GetAsync($"/xapi/statements?agent={agent}")).EnsureSuccessStatusCode();
            (await lrs.Root.PostAsync("/api/v1/jobs/compute-compliance/runs?wait=true", null)).EnsureSuccessStatusCode();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (Expected.Any(name => !_received.Any(body => body.Contains(name, StringComparison.Ordinal))) && !patience.IsCancellationRequested)
                await Task.Delay(100);
        }

        Assert.All(Expected, name => Assert.True(_received.Any(body => body.Contains(name, StringComparison.Ordinal)), $"{name} was not received."));
        Assert.DoesNotContain(_received, body => body.Contains(Nip, StringComparison.Ordinal));
        Assert.DoesNotContain(_received, body => body.Contains(LrsProcess.RootSecret, StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient platform, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await platform.PostAsync("/xapi/statements", content);
    }
}
