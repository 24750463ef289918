using Samples;

namespace Lrs.Tests.NationalDemo;

public sealed class FillTests
{
    private readonly PretendStore _store = new();
    private readonly StringWriter _progress = new();

    [Fact]
    public async Task Fills_the_registry_first_and_shows_figures_before_the_end()
    {
        await FillAsync();
        var calls = _store.Calls.Where(call => call.StartsWith("POST", StringComparison.Ordinal))
            .SkipWhile(call => call.EndsWith("/users", StringComparison.Ordinal)).ToList();
        Assert.Equal("POST api/v1/imports/agencies", calls[0]);
        var runs = Enumerable.Range(0, calls.Count).Where(index => calls[index].Contains("compute-compliance", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, runs.Count);
        Assert.InRange(runs[0], calls.IndexOf("POST xapi/statements") + 1, calls.Count / 3);
        Assert.Equal(calls.Count - 1, runs[1]);
    }

    [Fact]
    public async Task Every_platform_posts_with_its_own_credential_and_version()
    {
        await FillAsync();
        Assert.Equal(12, _store.Statements.Count);
        Assert.Equal("2.0.0", _store.Versions["apolitical-campus"]);
        Assert.Equal("1.0.3", _store.Versions["asn-unggul"]);
        Assert.InRange(_store.MostInFlight, 1, 4);
    }

    [Fact]
    public async Task Asks_again_what_a_busy_store_did_not_take()
    {
        await FillAsync();
        var calm = _store.Statements.Values.Sum();
        var busy = new PretendStore { BusyFor = 9 };
        await FillAsync(busy);
        Assert.Equal(calm, busy.Statements.Values.Sum());
    }

    [Fact]
    public async Task A_second_time_sends_nothing_but_a_question()
    {
        await FillAsync();
        var calls = _store.Calls.Count;
        await FillAsync();
        // Of the sign-ins all but the civil servant's, who is somebody of the registry.
        Assert.Equal(calls + Samples.NationalDemo.SignIns.Count, _store.Calls.Count);
    }

    [Fact]
    public async Task Filling_again_sends_the_same_ids()
    {
        await FillAsync();
        var before = _store.Ids.ToHashSet();
        await FillAsync(again: true);
        Assert.True(before.SetEquals(_store.Ids));
    }

    [Fact]
    public async Task Says_how_far_it_is_and_what_to_open()
    {
        await FillAsync();
        var lines = _progress.ToString().Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Contains(lines, line => line.StartsWith("People", StringComparison.Ordinal));
        Assert.Contains("Open http://store.example/ and sign in:", lines);
        Assert.Equal(Samples.NationalDemo.SignIns.Count, lines.Count(line => line.Contains("a-demo-password", StringComparison.Ordinal)));
        Assert.InRange(lines.Count, 10, 30);
    }

    [Fact]
    public async Task Says_when_compliance_could_not_be_computed()
    {
        await FillAsync(new PretendStore { Outcome = "failed" });
        Assert.Contains("out of room", _progress.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("computed in", _progress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Early_in_a_year_it_tells_the_whole_year_before()
    {
        await FillAsync(at: new DateTimeOffset(2027, 2, 10, 3, 0, 0, TimeSpan.Zero));
        Assert.Contains("GET api/v1/compliance?year=2026", _store.Calls);
        Assert.Equal((2026, 12), (_store.Latest.Year, _store.Latest.Month));
    }

    private async Task FillAsync(PretendStore? store = null, bool again = false, DateTimeOffset? at = null)
    {
        using var root = new HttpClient(store ?? _store, disposeHandler: false) { BaseAddress = new Uri("http://store.example/") };
        root.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("root:secret"u8));
        var options = new NationalDemoOptions { Password = "a-demo-password", People = 300, FillAgain = again };
        await Samples.NationalDemo.FillAsync(root, options, _progress, new Stopped(at ?? SmallNation.Now), CancellationToken.None);
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
