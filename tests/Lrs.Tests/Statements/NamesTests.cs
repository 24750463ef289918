using System.Numerics;
using System.Text;
using Lrs.Statements;

namespace Lrs.Tests.Statements;

public class NamesTests
{
    [Fact]
    public void Are_found_by_their_text_each()
    {
        var names = Enum.GetValues<Names>().Where(name => BitOperations.IsPow2((ulong)name)).ToArray();

        Assert.Equal(63, names.Length);
        Assert.All(names, name => Assert.Equal(name, NameTable.Find(Encoding.UTF8.GetBytes(NameTable.Text(name)))));
    }

    [Theory]
    [InlineData("mbox_sha1sum", "Mbox_sha1sum")]
    [InlineData("contextActivities", "ContextActivities")]
    [InlineData("Actor", "None")]
    [InlineData("actor ", "None")]
    [InlineData("", "None")]
    [InlineData("roctactor", "None")]
    public void Are_told_by_every_letter(string text, string name) =>
        Assert.Equal(name, NameTable.Find(Encoding.UTF8.GetBytes(text)).ToString());
}
