using Lrs.Statements;

namespace Lrs.Tests.Statements;

public sealed class LanguagePreferenceTests
{
    [Theory]
    [InlineData("", "en id", "en")]
    [InlineData("id", "en id", "id")]
    [InlineData("ID", "en id", "id")]
    [InlineData("en;q=0.3, id;q=0.8", "en id", "id")]
    [InlineData("en, id", "id en", "en")]
    // A range fits what begins with it, at a hyphen only.
    [InlineData("en", "id en-US", "en-US")]
    [InlineData("i", "id en", "id")]
    [InlineData("en-US, en;q=0.5", "en en-US", "en-US")]
    // Of the ranges that fit a tag, the longest says how good it is.
    [InlineData("en-GB;q=0.1, en;q=0.9, id;q=0.5", "en-GB id", "id")]
    [InlineData("*;q=0.5, en;q=0.1", "en jv", "jv")]
    [InlineData("en;q=0", "en id", "id")]
    [InlineData("en;q=0, *", "en id", "id")]
    [InlineData("en;q=0", "en", "en")]
    // Nothing fits: the same language before any other.
    [InlineData("en-US", "id en", "en")]
    [InlineData("jv-Latn-ID", "en jv-Latn", "jv-Latn")]
    [InlineData("fr", "en id", "en")]
    // No language ranges.
    [InlineData(",;q=,=;q=x, id;q=abc", "en id", "id")]
    public void Chooses_by_the_header(string header, string tags, string expected)
    {
        var choice = tags.Split(' ');
        Assert.Equal(expected, choice[new LanguagePreference(header).Best(choice)]);
    }
}
