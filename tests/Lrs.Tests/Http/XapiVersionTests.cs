using Lrs.Http;

namespace Lrs.Tests.Http;

public class XapiVersionTests
{
    [Theory]
    [InlineData("1.0", "V1_0_3")]
    [InlineData("1.0.0", "V1_0_3")]
    [InlineData("1.0.3", "V1_0_3")]
    [InlineData("1.0.99", "V1_0_3")]
    [InlineData("2.0", "V2_0_0")]
    [InlineData("2.0.0", "V2_0_0")]
    [InlineData("2.0.17", "V2_0_0")]
    [InlineData("", null)]
    [InlineData("1", null)]
    [InlineData("1.0.", null)]
    [InlineData("1.0.x", null)]
    [InlineData("1.0.0 ", null)]
    [InlineData("1.0.0.0", null)]
    [InlineData("1.00", null)]
    [InlineData("0.9.9", null)]
    [InlineData("1.1.0", null)]
    [InlineData("2.1.0", null)]
    [InlineData("3.0", null)]
    [InlineData("v1.0", null)]
    public void Reads_a_version(string text, string? version) => Assert.Equal(version, XapiVersionHeader.Parse(text)?.ToString());
}
