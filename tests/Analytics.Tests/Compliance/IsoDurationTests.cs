using Analytics.Compliance;

namespace Analytics.Tests.Compliance;

public sealed class IsoDurationTests
{
    [Theory]
    [InlineData("PT3H", 10_800.0)]
    [InlineData("PT1H30M15.5S", 5_415.5)]
    [InlineData("PT0,5H", 1_800.0)]
    [InlineData("P1DT1S", 86_401.0)]
    [InlineData("P2W", 1_209_600.0)]
    [InlineData("P1Y2M", 36_720_000.0)]
    [InlineData("P1M", 2_592_000.0)]
    [InlineData("PT1M", 60.0)]
    [InlineData("PT0S", 0.0)]
    [InlineData("P", null)]
    [InlineData("PT", null)]
    [InlineData("P1DT", null)]
    [InlineData("-PT1H", null)]
    [InlineData("PT1S1M", null)]
    [InlineData("3H", null)]
    [InlineData("PT3H\n", null)]
    [InlineData("", null)]
    public void Reads_seconds_without_a_calendar(string text, double? seconds) =>
        Assert.Equal((decimal?)seconds, IsoDuration.TryReadSeconds(text, out var read) ? read : null);
}
