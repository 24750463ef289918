using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>Promise 4, and that pages neither skip nor repeat: a hundred clients write while ten walk through the list, each way.</summary>
[Collection(LrsCollection.Name)]
public sealed class PagingWhileOthersWriteTests(LrsFixture fixture)
{
    private const int Writers = 100;
    private const int Walkers = 10;
    private static readonly TimeSpan For = TimeSpan.FromSeconds(4);

    private readonly string _activity = $"https://x.example/paging/{Guid.NewGuid()}";

    [Fact]
    public async Task Every_walk_meets_each_statement_once_that_Consistent_Through_vouched_for()
    {
        using var stop = new CancellationTokenSource(For);
        var walks = new ConcurrentBag<Walk>();
        var writing = Enumerable.Range(0, Writers).Select(_ => WriteAsync(stop.Token)).ToList();
        var walking = Enumerable.Range(0, Walkers).Select(async walker =>
        {
            while (!stop.IsCancellationRequested)
                walks.Add(await WalkAsync(ascending: walker % 2 == 0, filtered: walker % 4 < 2));
        }).ToList();
        var acknowledged = (await Task.WhenAll(writing)).SelectMany(ids => ids).ToHashSet();
        await Task.WhenAll(walking);

        var all = await WalkAsync(ascending: true, filtered: true);
        Assert.Equal(acknowledged.Order(), all.Statements.Select(statement => statement.Id).Order());
        Assert.True(walks.Count >= Walkers, $"There were {walks.Count} walks only.");
        foreach (var walk in walks)
        {
            var ids = walk.Statements.Select(statement => statement.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            var stored = walk.Statements.Select(statement => statement.Stored).ToList();
            Assert.Equal(walk.Ascending ? stored.Order() : stored.OrderDescending(), stored);
            // What was vouched for when the walk began is in it; so nothing older appeared later.
            var vouchedFor = all.Statements.Where(statement => statement.Stored <= walk.ConsistentThrough).Select(statement => statement.Id);
            Assert.Empty(vouchedFor.Except(ids));
        }
    }

    private async Task<List<string>> WriteAsync(CancellationToken stop)
    {
        var own = new List<string>();
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret);
        while (!stop.IsCancellationRequested)
        {
            var ids = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid().ToString()).ToList();
            var body = "[" + string.Join(',', ids.Select(id => Posted.Statement(id, activity: _activity))) + "]";
            using var response = await http.PostAsync("/xapi/statements", new StringContent(body, Encoding.UTF8, "application/json"), CancellationToken.None);
            response.EnsureSuccessStatusCode();
            own.AddRange(ids);
            // So that the walks come to an end.
            await Task.Delay(50, CancellationToken.None);
        }

        return own;
    }

    private async Task<Walk> WalkAsync(bool ascending, bool filtered)
    {
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret);
        DateTimeOffset? through = null;
        var statements = new List<(string Id, DateTimeOffset Stored)>();
        var page = $"/xapi/statements?ascending={(ascending ? "true" : "false")}&limit=200" + (filtered ? $"&activity={_activity}" : "");
        while (page.Length > 0)
        {
            using var response = await http.GetAsync(page);
            response.EnsureSuccessStatusCode();
            through ??= DateTimeOffset.Parse(response.Headers.GetValues("X-Experience-API-Consistent-Through").Single(), CultureInfo.InvariantCulture);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            statements.AddRange(answer.GetProperty("statements").EnumerateArray()
                .Select(statement => (statement.GetProperty("id").GetString()!, statement.GetProperty("stored").GetDateTimeOffset())));
            page = answer.GetProperty("more").GetString()!;
        }

        return new Walk(ascending, through!.Value, statements);
    }

    private sealed record Walk(bool Ascending, DateTimeOffset ConsistentThrough, List<(string Id, DateTimeOffset Stored)> Statements);
}
