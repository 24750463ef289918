using Jobs.Transcripts;

namespace Jobs.Tests.Transcripts;

public sealed class VerificationCodeTests
{
    [Fact]
    public void A_new_code_has_four_groups_of_five_and_reads_back()
    {
        var codes = Enumerable.Range(0, 100).Select(_ => VerificationCode.New()).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code =>
        {
            Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$", code);
            Assert.True(VerificationCode.TryParse(code, out var read));
            Assert.Equal(code, read);
        });
    }

    [Theory]
    [InlineData("k7qx2-9m4td-3zb8h-w5r1n")]
    [InlineData("K7QX29M4TD3ZB8HW5R1N")]
    [InlineData(" K7QX2 9M4TD 3ZB8H W5RIN ")]
    [InlineData("k7qx2-9m4td-3zb8h-w5rln")]
    public void However_it_is_typed_it_is_the_same_code(string typed)
    {
        Assert.True(VerificationCode.TryParse(typed, out var code));
        Assert.Equal("K7QX2-9M4TD-3ZB8H-W5R1N", code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("K7QX2-9M4TD-3ZB8H-W5R1")]
    [InlineData("K7QX2-9M4TD-3ZB8H-W5R1U")]
    [InlineData("K7QX2-9M4TD-3ZB8H-W5R1N-K7QX2")]
    [InlineData("-----------------------------------------")]
    public void What_cannot_be_a_code_is_none(string typed) => Assert.False(VerificationCode.TryParse(typed, out _));

    [Theory]
    [InlineData("Siti Rahma, S.H., M.H.", "S. R.")]
    [InlineData("budi", "B.")]
    [InlineData("Ḥasan 3 Łukasz", "Ḥ. Ł.")]
    [InlineData("😀 ,", "")]
    public void Initials_leave_titles_out(string name, string initials) => Assert.Equal(initials, IssuedTranscripts.InitialsOf(name));
}
