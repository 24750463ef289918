using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements;

/// <summary>What the LRS sets on a statement, whatever came in its place (xAPI Data 2.4.1, 2.4.7 to 2.4.10).</summary>
[Collection(LrsCollection.Name)]
public sealed class SetByTheLrsTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;

    [Fact]
    public async Task Makes_an_id_where_there_is_none_and_another_each_time()
    {
        using var response = await _http.PostAsync("/xapi/statements", Json($"[{Posted.Statement()},{Posted.Statement()}]"));
        var ids = (await response.Content.ReadFromJsonAsync<List<string>>())!;
        Assert.Equal(2, ids.Distinct().Count());
        foreach (var id in ids)
            Assert.Equal(id, (await GetAsync(id)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Answers_every_id_of_a_batch_also_those_stored_before()
    {
        var (old, same) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        using var first = await _http.PostAsync("/xapi/statements", Json(Posted.Statement(old)));
        first.EnsureSuccessStatusCode();
        using var response = await _http.PostAsync("/xapi/statements", Json($"[{Posted.Statement(same)},{Posted.Statement(old)},{Posted.Statement()}]"));
        var ids = (await response.Content.ReadFromJsonAsync<List<string>>())!;
        Assert.Equal([same, old], ids.Take(2));
        Assert.Equal(3, ids.Count);
    }

    [Fact]
    public async Task Sets_stored_and_the_timestamp_that_is_missing_to_the_same_moment()
    {
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        var statement = await StoreAsync("");
        var stored = statement.GetProperty("stored").GetDateTimeOffset();
        Assert.InRange(stored, before, TimeProvider.System.GetUtcNow().AddSeconds(1));
        Assert.Equal(statement.GetProperty("stored").GetString(), statement.GetProperty("timestamp").GetString());
        Assert.EndsWith("Z", statement.GetProperty("stored").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"timestamp\":\"2099-01-01T00:00:00Z\"")]
    [InlineData("\"timestamp\":\"1899-12-31T23:59:59.123Z\"")]
    public async Task Takes_a_timestamp_of_any_time(string timestamp) =>
        Assert.Contains(timestamp, (await StoreAsync("," + timestamp)).GetRawText(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-14T16:26:53.123456789012+07:00", "2026-03-14T09:26:53.123456789012Z")]
    [InlineData("2026-01-01T05:29:59,9+0530", "2025-12-31T23:59:59.9Z")]
    [InlineData("2026-03-14T23:00-08", "2026-03-15T07:00:00Z")]
    [InlineData("2026-03-14T09:26:53.10", "2026-03-14T09:26:53.10Z")]
    [InlineData("2017-01-01T06:59:60.25+07:00", "2016-12-31T23:59:60.25Z")]
    [InlineData("2026-03-14T09:26:53.1000Z", "2026-03-14T09:26:53.1000Z")]
    public async Task Gives_timestamps_back_in_UTC_to_the_last_digit(string sent, string returned)
    {
        foreach (var version in new[] { "1.0.3", "2.0.0" })
            Assert.Equal(returned, (await StoreAsync($",\"timestamp\":\"{sent}\"", version)).GetProperty("timestamp").GetString());
    }

    [Fact]
    public async Task Adds_nothing_to_a_SubStatement()
    {
        using var response = await _http.PostAsync("/xapi/statements", Json(Some.WithSubStatement()));
        var statement = await GetAsync(Assert.Single((await response.Content.ReadFromJsonAsync<List<string>>())!));
        Assert.Equal(Some.SubStatement(), statement.GetProperty("object").GetRawText());
    }

    [Fact]
    public async Task Overwrites_stored_and_authority()
    {
        var mine = (await StoreAsync("")).GetProperty("authority").GetRawText();
        var statement = await StoreAsync(",\"stored\":\"2001-01-01T00:00:00Z\",\"authority\":{\"mbox\":\"mailto:somebody@example.go.id\"}");
        Assert.True(statement.GetProperty("stored").GetDateTimeOffset().Year > 2001);
        Assert.Equal(mine, statement.GetProperty("authority").GetRawText());
        Assert.Single(statement.EnumerateObject(), property => property.Name == "stored");
        Assert.Single(statement.EnumerateObject(), property => property.Name == "authority");
    }

    [Theory]
    [InlineData("1.0.3", "", "1.0.0")]
    [InlineData("1.0.3", ",\"version\":\"1.0.2\"", "1.0.2")]
    [InlineData("2.0.0", "", "2.0.0")]
    [InlineData("2.0.0", ",\"version\":\"2.0.5\"", "2.0.5")]
    [InlineData("2.0.0", ",\"version\":\"1.0.1\"", "1.0.1")]
    public async Task Keeps_the_version_that_came_and_sets_one_where_there_is_none(string request, string version, string expected) =>
        Assert.Equal(expected, (await StoreAsync(version, request)).GetProperty("version").GetString());

    [Theory]
    [InlineData("")]
    [InlineData("statementId=")]
    [InlineData("statementId=12345678123456789234567812345678")]
    [InlineData("statementId=0x345678-1234-5678-9234-567812345678")]
    [InlineData("StatementId=12345678-1234-5678-9234-567812345678")]
    public async Task Wants_the_parameter_statementId_to_PUT(string query) => await RefusesAsync(query, Posted.Statement());

    [Fact]
    public async Task Wants_the_id_that_is_PUT_to_be_that_of_the_parameter()
    {
        var (id, other) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await RefusesAsync($"statementId={id}", Posted.Statement(other));
        using var found = await _http.GetAsync($"/xapi/statements?statementId={id}");
        Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);

        using var same = await _http.PutAsync($"/xapi/statements?statementId={id}", Json(Posted.Statement(id.ToUpperInvariant())));
        Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
    }

    private async Task RefusesAsync(string query, string statement)
    {
        using var response = await _http.PutAsync($"/xapi/statements?{query}", Json(statement));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<JsonElement> StoreAsync(string more, string version = "2.0.0")
    {
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
        using var response = await http.PostAsync("/xapi/statements", Json(Posted.Statement(more: more)));
        response.EnsureSuccessStatusCode();
        return await GetAsync(Assert.Single((await response.Content.ReadFromJsonAsync<List<string>>())!));
    }

    private Task<JsonElement> GetAsync(string id) => _http.GetFromJsonAsync<JsonElement>($"/xapi/statements?statementId={id}");

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
