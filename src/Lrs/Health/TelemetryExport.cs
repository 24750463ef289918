using System.Diagnostics;
using Analytics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lrs.Health;

/// <summary>
/// Sends traces and metrics by OTLP where the standard variables of OpenTelemetry name an endpoint; else nothing is collected. Service name,
/// sampling, protocol and headers are those variables' too (OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER, ...).
/// </summary>
internal static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    // Of the framework's: how long requests take and what was answered, connections, garbage collection, the pool of the relational store.
    private static readonly string[] OthersMeters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        var (traces, metrics) = (IsSet(TracesEndpoint), IsSet(MetricsEndpoint));
        if (!traces && !metrics)
            return builder;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("lrs").AddEnvironmentVariableDetector());
        if (traces)
            telemetry.WithTracing(tracing => tracing.AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddProcessor(new WithoutAddresses()).AddOtlpExporter());
        if (metrics)
            telemetry.WithMetrics(metering => metering.AddMeter([Telemetry.Name, .. OthersMeters]).AddOtlpExporter());
        return builder;

        bool IsSet(string own) => !string.IsNullOrEmpty(builder.Configuration[own]) || !string.IsNullOrEmpty(builder.Configuration[Endpoint]);
    }

    /// <summary>An address can name a person, in its path or its query, and so can who asked; the route says enough.</summary>
    internal sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        private static readonly string[] Tags =
            ["url.path", "url.query", "url.full", "http.url", "http.target", "client.address", "network.peer.address", "user_agent.original", "enduser.id"];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in Tags)
                data.SetTag(tag, null);
        }
    }
}
