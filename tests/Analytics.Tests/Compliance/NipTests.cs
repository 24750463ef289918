using Analytics.Compliance;

namespace Analytics.Tests.Compliance;

public sealed class NipTests
{
    [Theory]
    [InlineData("199001012015031001", NipKind.Pns)]
    [InlineData("198502282020122045", NipKind.Pns)]
    [InlineData("199002292015031001", null)]
    [InlineData("199202292022211003", NipKind.Pppk)]
    [InlineData("199001012022292120", NipKind.Pppk)]
    [InlineData("199001012022201001", NipKind.Other)]
    [InlineData("199001012015033001", NipKind.Other)]
    [InlineData("199013012015031001", null)]
    [InlineData("199001002015031001", null)]
    [InlineData("179001012015031001", null)]
    [InlineData("19900101201503100", null)]
    [InlineData("1990010120150310011", null)]
    [InlineData("19900101201503100a", null)]
    [InlineData("١٩٩٠٠١٠١٢٠١٥٠٣١٠٠١", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Is_18_digits_that_begin_with_a_date_of_birth(string? text, NipKind? kind) =>
        Assert.Equal(kind, Nip.TryParse(text, out var nip) ? nip.Kind : null);

    [Fact]
    public void Never_prints_itself()
    {
        Assert.True(Nip.TryParse("199001012015031001", out var nip));
        Assert.DoesNotContain("1990", $"{nip}", StringComparison.Ordinal);
        Assert.Equal(new NodaTime.LocalDate(1990, 1, 1), nip.BirthDate);
    }
}
