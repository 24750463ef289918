using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Analytics.ClickHouse;
using Testing;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Chaos;

/// <summary>
/// Promises 1, 2 and 4 where everything is there more than once: whatever is killed while platforms post and read, every acknowledged
/// statement is there once, and no answer was wrong. <c>LRS_CHAOS_ROUNDS</c> says how often something is killed.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class KillAnythingTests(ITestOutputHelper output)
{
    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("LRS_CHAOS_ROUNDS") ?? (Environment.GetEnvironmentVariable("CI") == "true" ? "5" : "200"), CultureInfo.InvariantCulture);

    [SkippableFact]
    public async Task Keeps_every_acknowledged_statement_once_whatever_is_killed()
    {
        KafkaBroker.Require();
        await using var installation = await Installation.StartAsync();
        var seed = Environment.GetEnvironmentVariable("LRS_CHAOS_SEED") is { Length: > 0 } set ? int.Parse(set, CultureInfo.InvariantCulture) : Random.Shared.Next();
        var random = new Random(seed);
        var load = new ChaosLoad(installation.Web, seed);
        var running = load.RunAsync();
        using var order = Turns(installation.Members, random).GetEnumerator();
        for (var round = 0; round < Rounds; round++)
            await KillSomethingAsync(installation, order, random);
        load.Stop();
        await running;
        await WaitUntilNothingWaitsAsync(installation);

        var stored = await StoredAsync(installation.Database);
        var missing = load.Acknowledged.Keys.Except(stored.Keys).ToList();
        var twice = stored.Where(one => one.Value.Count != 1).ToList();
        var other = load.Acknowledged.Where(one => stored.TryGetValue(one.Key, out var found) && !found.Raw.Contains(one.Value.Activity, StringComparison.Ordinal)).ToList();
        Say($"seed {seed}, {Rounds} rounds: killed {string.Join(", ", installation.Members.Select(member => $"{member.Name} {member.Kills}"))}");
        Say(load.Counted);
        foreach (var wrong in load.Wrong.Take(20))
            Say(wrong);
        if (missing.Count > 0 || !load.Wrong.IsEmpty)
            Say(installation.Said);
        Say($"{stored.Count} statements stored; {missing.Count} acknowledged and lost, {twice.Count} there twice, {other.Count} with another body, {load.Wrong.Count} answers wrong");
        if (missing.Count > 0)
            await SayWhatCameLateAsync(installation, missing);
        Assert.Empty(missing);
        Assert.Empty(twice);
        Assert.Empty(other);
        Assert.Empty(load.Wrong);
        Assert.True(load.Acknowledged.Count > 20 * Rounds, $"The load was too small to mean anything: {load.Acknowledged.Count} acknowledged.");
    }

    /// <summary>Each once, in any order, before any comes again: so that few rounds kill something of every kind.</summary>
    private static IEnumerable<Member> Turns(List<Member> members, Random random)
    {
        while (true)
        {
            var turn = members.ToArray();
            random.Shuffle(turn);
            foreach (var member in turn)
                yield return member;
        }
    }

    private static async Task KillSomethingAsync(Installation installation, IEnumerator<Member> order, Random random)
    {
        var victims = new HashSet<Member>();
        for (var count = random.Next(3) == 0 ? 2 : 1; victims.Count < count;)
        {
            order.MoveNext();
            victims.Add(order.Current);
        }

        await Task.WhenAll(victims.Select(victim => victim.KillAsync()));
        await Task.Delay(random.Next(1500));
        foreach (var victim in installation.Members.Where(victims.Contains))
            await victim.StartAgainAsync();
        await Task.Delay(random.Next(500));
    }

    private async Task WaitUntilNothingWaitsAsync(Installation installation)
    {
        try
        {
            await Eventually.TrueAsync(() => NothingWaitsAsync(installation.Web[0]));
        }
        catch
        {
            // What it was that did not go on.
            Say(installation.Said);
            Say(await installation.Web[0].Client!.GetStringAsync("/api/v1/stream"));
            throw;
        }
    }

    // Lost, or said to be stored too early: both are faults, and not the same.
    private async Task SayWhatCameLateAsync(Installation installation, List<Guid> missing)
    {
        await Task.Delay(TimeSpan.FromSeconds(30));
        var stored = await StoredAsync(installation.Database);
        Say($"{missing.Count(stored.ContainsKey)} of the {missing.Count} missing were there half a minute later");
    }

    private static async Task<bool> NothingWaitsAsync(RoleProcess web)
    {
        using var answer = await web.Client!.GetAsync("/api/v1/stream");
        return answer.IsSuccessStatusCode && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("lagMessages").GetInt64() == 0;
    }

    private static async Task<Dictionary<Guid, (int Count, string Raw)>> StoredAsync(ClickHouseClient database)
    {
        var stored = new Dictionary<Guid, (int Count, string Raw)>();
        await foreach (var (id, raw) in database.StreamBinaryAsync(
            "SELECT id, raw FROM statements", null, static (ref RowBinaryReader row) => (row.ReadGuid(), row.ReadString()), CancellationToken.None))
            stored[id] = (stored.GetValueOrDefault(id).Count + 1, raw);
        return stored;
    }

    // Also where the test passes, which keeps its output to itself.
    private void Say(string line)
    {
        output.WriteLine(line);
        File.AppendAllLines(Path.Combine(AppContext.BaseDirectory, "chaos.txt"), [line]);
    }
}
