using System.Buffers;
using Analytics.ClickHouse;

namespace Analytics.Tests.ClickHouse;

public sealed class RowBinaryTests
{
    private static readonly Row Example = new(
        new Guid("6690e6c9-3ef0-4ed3-8b37-7f3964730bee"), new DateTimeOffset(2026, 3, 14, 9, 26, 53, 589, TimeSpan.Zero), "Siti Ḥ 𝄞", null, true,
        new DateOnly(1899, 12, 31), string.Join(',', new string('x', 300), "", "b"));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Reads_what_was_written_however_the_network_cuts_it(int bytesAtOnce)
    {
        var buffer = new ArrayBufferWriter<byte>();
        for (var i = 0; i < 20; i++)
            Write(new RowBinaryWriter(buffer), Example);
        using var rows = new RowBinaryStream(new Trickle(buffer.WrittenMemory.ToArray(), bytesAtOnce));
        var (found, page) = (new List<Row>(), new List<Row>());
        while (await rows.ReadPageAsync(Read, page, CancellationToken.None))
            found.AddRange(page);
        Assert.Equal(Enumerable.Repeat(Example, 20), found);
    }

    [Fact]
    public async Task Tells_an_answer_that_ends_inside_a_row_from_a_whole_one()
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(new RowBinaryWriter(buffer), Example);
        using var rows = new RowBinaryStream(new MemoryStream(buffer.WrittenMemory[..^1].ToArray()));
        await Assert.ThrowsAsync<EndOfStreamException>(() => rows.ReadPageAsync(Read, [], CancellationToken.None));
    }

    [Fact]
    public void Trusts_no_length_that_the_buffer_cannot_hold()
    {
        var reader = new RowBinaryReader([0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1]);
        _ = reader.ReadString();
        Assert.True(reader.IsShort);
        reader = new RowBinaryReader([0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1]);
        _ = reader.ReadStrings();
        Assert.True(reader.IsShort);
    }

    private static void Write(RowBinaryWriter writer, Row row)
    {
        writer.Write(row.Id);
        writer.Write(row.Moment);
        writer.Write(row.Text);
        writer.Write(row.None);
        writer.Write(row.Flag);
        writer.Write((DateOnly?)row.Date);
        writer.Write(row.Texts.Split(','));
    }

    private static Row Read(ref RowBinaryReader reader) => new(
        reader.ReadGuid(), reader.ReadMoment(), reader.ReadString(), reader.ReadNullableBool(), reader.ReadNullableBool(), reader.ReadNullableDate() ?? default,
        string.Join(',', reader.ReadStrings()));

    private sealed record Row(Guid Id, DateTimeOffset Moment, string Text, bool? None, bool? Flag, DateOnly Date, string Texts);

    private sealed class Trickle(byte[] bytes, int atOnce) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(atOnce, buffer.Length)], cancellationToken);
    }
}
