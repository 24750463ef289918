using Lrs.Intake;

namespace Lrs.Tests.Intake;

public sealed class IdentifierFormTests
{
    [Theory]
    [InlineData("account:https://lms.example|1987-06 Şiti", "https://lms.example", "9999-99 aaaa")]
    [InlineData("account:https://a|b|c1", "https://a|b", "a9")]
    [InlineData("mailto:siti.a99@corp.example", "", "aaaa.a99@aaaa.aaaaaaa")]
    [InlineData("sha1:0123456789abcdef0123456789abcdef01234567", "", "9999999999aaaaaa99999999…")]
    [InlineData("account:", "https://broken", "")]
    public void Shows_how_an_identifier_is_written_and_not_whose_it_is(string ifi, string homePage, string form) =>
        Assert.Equal(form, IdentifierForm.Of(ifi, homePage));
}
