using Lrs.Auth;

namespace Lrs.Tests.Auth;

public sealed class AllowedOriginsTests
{
    [Theory]
    [InlineData("https://belajar.example.go.id", "https://belajar.example.go.id")]
    [InlineData("https://Belajar.Example:443", "https://belajar.example")]
    [InlineData("http://localhost:5173", "http://localhost:5173")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    public void Takes_an_origin_and_writes_it_as_browsers_do(string given, string written)
    {
        Assert.True(AllowedOrigins.TryParse([given], out var origins, out _));
        Assert.Equal([written], origins.Names);
        Assert.True(origins.Allow(written));
        Assert.True(AllowedOrigins.ParseKept([origins.ToString()]).Allow(written));
        Assert.False(origins.Allow("https://other.example"));
        Assert.False(origins.Allow(written + ".evil.example"));
        Assert.False(origins.Allow(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("belajar.example")]
    [InlineData("https://belajar.example/")]
    [InlineData("https://belajar.example/page")]
    [InlineData("https://belajar.example?a=b")]
    [InlineData("https://belajar.example#a")]
    [InlineData("https://user@belajar.example")]
    [InlineData("https://*.example")]
    [InlineData("https://a.example https://b.example")]
    [InlineData("file:///c")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public void Refuses_what_is_no_origin(string? given)
    {
        Assert.False(AllowedOrigins.TryParse(["https://good.example", given], out _, out var problem));
        Assert.Contains("[1]", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_star_allows_every_origin_and_no_list_is_endless()
    {
        Assert.True(AllowedOrigins.TryParse(["*"], out var all, out _));
        Assert.True(all.Allow("https://anyone.example"));
        Assert.False(all.Allow(""));
        Assert.False(AllowedOrigins.TryParse([.. Enumerable.Range(0, 51).Select(i => $"https://{i}.example")], out _, out _));
    }
}
