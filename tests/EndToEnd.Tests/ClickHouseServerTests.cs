using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Testing;

namespace EndToEnd.Tests;

/// <summary>The same service over a ClickHouse server in the place of the embedded engine.</summary>
public sealed class ClickHouseServerTests
{
    [Fact]
    public async Task Statements_are_kept_in_the_server_and_no_engine_is_started()
    {
        using var directory = new TestDirectory();
        await using var clickHouse = await ClickHouseServer.StartAsync(directory.Path);
        await using var lrs = await LrsProcess.StartAsync(Path.Combine(directory.Path, "lrs"), $"--LRS_CLICKHOUSE={clickHouse.Address}");
        var id = Guid.NewGuid();
        (await PostAsync(lrs, id)).EnsureSuccessStatusCode();
        // Whoever reads has it stored first.
        Assert.Equal(id, await FindAsync(lrs, id));

        Assert.Null(lrs.EngineProcessId());
        var stored = await clickHouse.NewClient().QueryAsync<Stored>("SELECT id FROM statements");
        Assert.Equal([id], stored.Select(row => row.Id));
    }

    [Fact]
    public async Task While_the_server_is_away_statements_are_refused_with_503_and_those_acknowledged_are_there_when_it_is_back()
    {
        using var directory = new TestDirectory();
        await using var clickHouse = await ClickHouseServer.StartAsync(directory.Path);
        await using var lrs = await LrsProcess.StartAsync(
            Path.Combine(directory.Path, "lrs"), $"--LRS_CLICKHOUSE={clickHouse.Address}", "--Streaming:Embedded:TryAgainFor=00:00:00.200");
        await clickHouse.KillAsync();
        // Until the service notices, the journal takes them.
        var acknowledged = new List<Guid>();
        var next = Guid.NewGuid();
        HttpResponseMessage answer;
        while ((answer = await PostAsync(lrs, next)).IsSuccessStatusCode)
        {
            acknowledged.Add(next);
            next = Guid.NewGuid();
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);

        await clickHouse.StartAgainAsync();
        await lrs.WaitUntilReadyAsync();
        (await PostAsync(lrs, next)).EnsureSuccessStatusCode();
        foreach (var id in acknowledged.Append(next))
            Assert.Equal(id, await FindAsync(lrs, id));
    }

    [Fact]
    public async Task A_service_that_comes_before_its_server_waits_for_it()
    {
        using var directory = new TestDirectory();
        await using var clickHouse = await ClickHouseServer.StartAsync(directory.Path);
        await clickHouse.KillAsync();
        var starting = LrsProcess.StartAsync(Path.Combine(directory.Path, "lrs"), $"--LRS_CLICKHOUSE={clickHouse.Address}");
        await clickHouse.StartAgainAsync();
        await using var lrs = await starting;
        (await PostAsync(lrs, Guid.NewGuid())).EnsureSuccessStatusCode();
    }

    private static async Task<HttpResponseMessage> PostAsync(LrsProcess lrs, Guid id)
    {
        using var content = new StringContent(Posted.Statement(id.ToString()), System.Text.Encoding.UTF8, "application/json");
        return await lrs.Root.PostAsync("/xapi/statements", content);
    }

    private static async Task<Guid> FindAsync(LrsProcess lrs, Guid id) =>
        (await lrs.Root.GetFromJsonAsync<JsonElement>($"/xapi/statements?statementId={id}")).GetProperty("id").GetGuid();

    private sealed record Stored(Guid Id);
}
