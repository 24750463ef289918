using Analytics.ClickHouse;
using Testing;

namespace Analytics.Tests.ClickHouse;

[Collection(ClickHouseFixture.Collection)]
public sealed class NativeReaderTests(ClickHouseFixture clickHouse)
{
    private const string Rows =
        "SELECT toInt64(number) AS number, toString(number * 7) AS text, toLowCardinality(concat('é', toString(number % {distinct:UInt32}))) AS word, " +
        "CAST(range(number % 4), 'Array(UInt64)') AS steps, " +
        "CAST(if(number % 3 = 0, NULL, number % 3 = 1) AS Nullable(Bool)) AS flag FROM numbers({rows:UInt32}) ";

    [Theory]
    [InlineData(0, 1, 100)]
    [InlineData(1, 1, 100)]
    [InlineData(1000, 7, 100)]
    [InlineData(150_000, 300, 65_000)]
    [InlineData(150_000, 70_000, 150_000)]
    public async Task Reads_every_kind_of_column_that_a_query_asks_for(int rows, int distinct, int blockRows)
    {
        var parameters = new QueryParameters().Add("rows", rows).Add("distinct", distinct);
        var found = new List<Row>();
        await (await clickHouse.CreateDatabaseAsync()).ReadBlocksAsync(
            Rows + $"SETTINGS max_threads = 1, max_block_size = {blockRows}", parameters, (block, count) => found.AddRange(Read(block, count)));
        Assert.Equal(Enumerable.Range(0, rows).Select(number => Expected(number, distinct)), found);
    }

    [Fact]
    public async Task Tells_an_answer_that_ends_inside_a_block()
    {
        var bytes = new MemoryStream([1, 2, 1, (byte)'a', 5, .. "Int64"u8, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
        using var block = new NativeReader(bytes);
        Assert.Equal(2, block.ReadBlock());
        Assert.Throws<EndOfStreamException>(() => block.ReadValues<long>(2).Length);
        await Assert.ThrowsAsync<ClickHouseException>(async () => await (await clickHouse.CreateDatabaseAsync()).ReadBlocksAsync(
            "SELECT no_such_column", null, (_, _) => { }));
    }

    private static Row Expected(int number, int distinct) => new(
        number, $"{number * 7L}", $"é{number % distinct}", string.Join(',', Enumerable.Range(0, number % 4)), number % 3 == 0 ? null : number % 3 == 1);

    private static IEnumerable<Row> Read(NativeReader block, int count)
    {
        var numbers = block.ReadValues<long>(count).ToArray();
        var (ends, flags) = (new int[count], new bool?[count]);
        var texts = block.ReadStrings(count);
        var words = block.ReadTexts(count);
        var lists = block.ReadLists<ulong>(ends);
        block.ReadNullableBools(flags);
        return Enumerable.Range(0, count).Select(i => new Row(
            numbers[i], texts[i], words[i], Joined(i == 0 ? 0 : ends[i - 1], ends[i]), flags[i]));

        string Joined(int first, int end) => string.Join(',', Enumerable.Range(first, end - first).Select(i => lists[i]));
    }

    private sealed record Row(long Number, string Text, string Word, string Steps, bool? Flag);
}
