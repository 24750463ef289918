using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics;
using Lrs.Health;
using YamlDotNet.RepresentationModel;

namespace Lrs.Tests;

/// <summary>What is deployed fits together: services and volumes that are named exist, settings are the program's, metrics are measured.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string Repository = ArchitectureTests.FindRepository();

    public static TheoryData<string> ComposeFiles => new("docker-compose.yml", "docker-compose.single.yml");

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Every_service_that_is_waited_for_exists_and_says_when_it_is_healthy(string file)
    {
        var services = Services(file);
        Assert.NotEmpty(services);
        foreach (var (name, service) in services)
        {
            foreach (var (other, condition) in Children(service, "depends_on"))
            {
                Assert.True(services.ContainsKey(other), $"{name} waits for {other}, which is no service.");
                Assert.Equal("service_healthy", Text(condition, "condition"));
                Assert.True(Has(services[other], "healthcheck"), $"{name} waits until {other} is healthy, which it never says.");
            }

            Assert.True(Has(service, "image") || Has(service, "build"), $"{name} has neither an image nor a build.");
        }
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Every_volume_is_declared_or_a_file_of_the_repository(string file)
    {
        var declared = Children(Load(file), "volumes").Select(volume => volume.Key).ToHashSet();
        var used = Services(file).Values.SelectMany(service => Items(service, "volumes")).Select(volume => volume.Split(':')[0]).ToHashSet();
        Assert.All(used, volume => Assert.True(
            volume.StartsWith("./", StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository, volume)) : declared.Contains(volume),
            $"{volume} is neither a declared volume nor a file."));
        Assert.Equal(declared.Order(), used.Where(volume => !volume.StartsWith("./", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public void Every_setting_of_our_services_is_one_of_the_program(string file)
    {
        // Another test compares that page with the program's options.
        var documented = File.ReadAllText(Path.Combine(Repository, "docs", "configuration.md"));
        var ours = Services(file).Values.Where(service => Children(service, "environment").Any(setting => setting.Key.StartsWith("LRS_", StringComparison.Ordinal)));
        Assert.NotEmpty(ours);
        foreach (var setting in ours.SelectMany(service => Children(service, "environment")).Select(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal)))
            Assert.True(documented.Contains($"`{setting}`", StringComparison.Ordinal), $"{setting} is no setting of docs/configuration.md.");
    }

    [Fact]
    public void The_large_installation_has_two_of_web_and_of_ingest_and_all_roles()
    {
        var roles = Services("docker-compose.yml").Values.Select(service => Children(service, "environment"))
            .Where(settings => settings.ContainsKey("LRS_ROLES")).Select(settings => ((YamlScalarNode)settings["LRS_ROLES"]).Value).Order();
        Assert.Equal(["ingest", "ingest", "jobs", "web", "web"], roles);
    }

    /// <summary>Otherwise the balancer would send to a process that no longer listens.</summary>
    [Fact]
    public void A_process_that_stops_goes_on_accepting_for_longer_than_the_proxy_takes_to_notice()
    {
        var goOnFor = TimeSpan.Parse(
            ((YamlScalarNode)Children(Services("docker-compose.yml")["web-1"], "environment")["Stopping__GoOnFor"]).Value!, System.Globalization.CultureInfo.InvariantCulture);
        var check = Check().Match(File.ReadAllText(Path.Combine(Repository, "deploy", "haproxy.cfg")));
        Assert.True(check.Success);
        var notices = Number(check, 1) * Number(check, 2);
        Assert.True(goOnFor.TotalMilliseconds >= 2 * notices, $"The proxy takes {notices} ms, the process goes on for {goOnFor}.");
        var grace = TimeSpan.FromSeconds(int.Parse(Text(Services("docker-compose.yml")["web-1"], "stop_grace_period")!.TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(grace > goOnFor + new StoppingOptions().DrainFor);

        static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("deploy/prometheus/alerts.yml")]
    [InlineData("deploy/grafana/learning-records.json")]
    public void Every_metric_that_is_watched_is_measured(string file)
    {
        var measured = Measured();
        var watched = Metric().Matches(string.Join('\n', Expressions(file))).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(watched);
        Assert.Empty(watched.Except(measured));
    }

    [Fact]
    public void Every_alert_is_explained_in_the_operations_guide()
    {
        var guide = File.ReadAllText(Path.Combine(Repository, "docs", "operations.md"));
        var alerts = Alert().Matches(File.ReadAllText(Path.Combine(Repository, "deploy", "prometheus", "alerts.yml"))).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Contains($"| `{alert}` |", guide, StringComparison.Ordinal));
    }

    /// <summary>Our instruments under the names that Prometheus gives them, and with those that it makes of a histogram.</summary>
    private static HashSet<string> Measured()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.UnionWith(instrument.Meter.Name == Telemetry.Name ? NamesOf(instrument) : []) };
        listener.Start();
        // Its instruments are published when it is first used.
        Assert.Equal(Telemetry.Name, Telemetry.Meter.Name);
        return names;
    }

    private static IEnumerable<string> NamesOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_') + unit;
        return instrument.GetType().Name switch
        {
            "Counter`1" => [name + "_total"],
            "Histogram`1" => [name + "_bucket", name + "_count", name + "_sum"],
            _ => [name],
        };
    }

    private static IEnumerable<string> Expressions(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository, file));
        return file.EndsWith(".json", StringComparison.Ordinal)
            ? JsonDocument.Parse(text).RootElement.GetProperty("panels").EnumerateArray()
                .Where(panel => panel.TryGetProperty("targets", out _))
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!)
            : ((YamlSequenceNode)Children(Load(file), "")["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"]).Select(rule => ((YamlScalarNode)rule["expr"]).Value!);
    }

    private static YamlMappingNode Load(string file)
    {
        using var reader = new StreamReader(Path.Combine(Repository, file));
        var yaml = new YamlStream();
        yaml.Load(new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(reader)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static Dictionary<string, YamlNode> Services(string file) => Children(Load(file), "services");

    private static Dictionary<string, YamlNode> Children(YamlNode node, string name) =>
        (name.Length == 0 ? node : Has(node, name) ? node[name] : new YamlMappingNode()) is YamlMappingNode map
            ? map.ToDictionary(child => ((YamlScalarNode)child.Key).Value!, child => child.Value)
            : [];

    private static IEnumerable<string> Items(YamlNode node, string name) =>
        Has(node, name) ? ((YamlSequenceNode)node[name]).Select(item => ((YamlScalarNode)item).Value!) : [];

    private static bool Has(YamlNode node, string name) => node is YamlMappingNode map && map.Children.ContainsKey(new YamlScalarNode(name));

    private static string? Text(YamlNode node, string name) => Has(node, name) ? ((YamlScalarNode)node[name]).Value : null;

    [GeneratedRegex(@"\b(?:lrs|analytics|jobs)_[a-z_]+\b")]
    private static partial Regex Metric();

    [GeneratedRegex(@"^\s+- alert: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Alert();

    [GeneratedRegex(@"check inter (\d+)ms fall (\d+)")]
    private static partial Regex Check();
}
