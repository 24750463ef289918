using System.Buffers;
using System.Text;
using Analytics.Streaming;
using Testing;

namespace Analytics.Tests.Streaming;

public sealed class AcceptedStatementFormatTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("pelatihan-ASN ✓", true)]
    public void Is_read_as_it_was_written(string provider, bool mayDefine)
    {
        var written = new AcceptedStatement(Guid.NewGuid(), Encoding.UTF8.GetBytes(Posted.Statement()), provider, Some.Agent, "1.0.3", mayDefine);
        var read = AcceptedStatementFormat.Read(Bytes(written));
        Assert.Equal(written with { Raw = default }, read with { Raw = default });
        Assert.Equal(written.Raw.ToArray(), read.Raw.ToArray());
    }

    [Fact]
    public void Refuses_what_is_cut_off_or_of_another_layout()
    {
        var value = Bytes(new AcceptedStatement(Guid.NewGuid(), "{"u8.ToArray(), "p", Some.Agent, "2.0.0"));
        for (var length = 0; length < value.Length; length++)
            Assert.Throws<FormatException>(() => AcceptedStatementFormat.Read(value[..length]));
        Assert.Throws<FormatException>(() => AcceptedStatementFormat.Read((byte[])[9, .. value[1..]]));
    }

    private static byte[] Bytes(AcceptedStatement statement)
    {
        var buffer = new ArrayBufferWriter<byte>();
        AcceptedStatementFormat.Write(buffer, statement);
        return buffer.WrittenSpan.ToArray();
    }
}
