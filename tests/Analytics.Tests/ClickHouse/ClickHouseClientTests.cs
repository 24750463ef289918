using Analytics.ClickHouse;
using Testing;

namespace Analytics.Tests.ClickHouse;

[Collection(ClickHouseFixture.Collection)]
public sealed class ClickHouseClientTests(ClickHouseFixture clickHouse)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task Finds_rows_by_a_table_of_keys_of_any_length(int count)
    {
        var database = await clickHouse.CreateDatabaseAsync();
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        var texts = ids.ConvertAll(id => id.ToString());

        var parameters = new QueryParameters().AddKeys("ids", ids).AddKeys("texts", texts).Add("name", "x");
        var answer = await database.QueryAsync<Counted>(
            "SELECT count() AS rows FROM ids WHERE toString(key) IN (SELECT key FROM texts) AND {name:String} = 'x'", parameters);

        Assert.Equal(count, answer[0].Rows);
    }

    private sealed record Counted(int Rows);
}
