using System.Text;
using Analytics.Files;
using Testing;

namespace Analytics.Tests.Files;

public sealed class ContentFilesTests : IDisposable
{
    private readonly TemporaryStore _temporary = new();

    private ContentFiles Files => new(_temporary.Data);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Content_comes_back_by_its_sha256()
    {
        var kept = await Keep("abc");
        Assert.Equal(new ContentFile("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3), kept);
        using var reader = new StreamReader(Files.OpenRead(kept.Sha256)!);
        Assert.Equal("abc", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task The_same_content_many_times_at_once_is_one_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Keep("abc"))));
        Assert.Single(Directory.GetFiles(Path.Combine(_temporary.Directory, "files")));
    }

    [Fact]
    public async Task What_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Files.KeepAsync(async stream =>
        {
            await stream.WriteAsync(new byte[100_000]);
            throw new IOException();
        }, default));
        Assert.Empty(Directory.GetFiles(Path.Combine(_temporary.Directory, "files")));
    }

    [Theory]
    [InlineData("../lrs.db")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void There_is_no_file_by_another_name(string name) => Assert.Null(Files.OpenRead(name));

    private Task<ContentFile> Keep(string text) => Files.KeepAsync(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask(), default);
}
