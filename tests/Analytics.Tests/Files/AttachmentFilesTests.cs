using System.Text;
using Analytics.Files;
using Testing;

namespace Analytics.Tests.Files;

public sealed class AttachmentFilesTests : IDisposable
{
    // SHA-256 of "abc", FIPS 180-2 B.1.
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly TemporaryStore _temporary = new();

    private AttachmentFiles Files => new(_temporary.Data);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Data_comes_back_to_its_authority_alone_by_its_hash_in_either_case()
    {
        await KeepAsync(Files, "one");
        using var reader = new StreamReader(Files.OpenRead("one", Abc.ToUpperInvariant())!);
        Assert.Equal("abc", await reader.ReadToEndAsync());
        Assert.Null(Files.OpenRead("two", Abc));
        Assert.Null(Files.OpenRead("one", "../" + Abc[3..]));
        Assert.Null(Files.OpenRead("one", Abc[..^1] + "0"));
    }

    [Fact]
    public async Task The_same_data_many_times_at_once_is_one_file_and_nothing_is_left_of_the_others()
    {
        var files = Files;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => KeepAsync(files, "one"))));
        Assert.Equal(Abc, Path.GetFileName(Assert.Single(AllFiles())));
    }

    [Fact]
    public async Task Nobody_else_can_read_a_directory_on_the_way_to_the_data()
    {
        await KeepAsync(Files, "one");
        var directories = Directory.EnumerateDirectories(_temporary.Directory, "*", SearchOption.AllDirectories).ToList();
        Assert.Equal(5, directories.Count);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var directory in directories)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
    }

    [Fact]
    public async Task What_is_received_but_not_kept_is_gone()
    {
        await using (var file = Files.Receive())
        {
            await file.Content.WriteAsync(new byte[100_000]);
            Assert.Single(AllFiles());
        }

        Assert.Empty(AllFiles());
    }

    // FIPS 180-4; the long one is NIST's million of "a".
    [Theory]
    [InlineData(224, "", 1, "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f")]
    [InlineData(224, "abc", 1, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7")]
    [InlineData(224, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, "75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525")]
    [InlineData(224, "aaaaaaaaaa", 100_000, "20794655980c91d8bbb4c1ea97618a4bf03f42581948b2ee4ee7ad67")]
    [InlineData(256, "abc", 1, Abc)]
    [InlineData(384, "abc", 1, "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7")]
    [InlineData(512, "abc", 1, "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")]
    public void Hashes_as_the_standard_says(int bits, string text, int times, string expected)
    {
        using var hash = new Sha2Hash(bits);
        for (var i = 0; i < times; i++)
            hash.Append(Encoding.ASCII.GetBytes(text));
        Assert.Equal(expected, hash.Finish());
    }

    private static async Task KeepAsync(AttachmentFiles files, string authority)
    {
        await using var file = files.Receive();
        await file.Content.WriteAsync("abc"u8.ToArray());
        await file.FinishAsync(default);
        await files.KeepAsync(authority, [new(Abc, file)], default);
    }

    private IEnumerable<string> AllFiles() => Directory.EnumerateFiles(Path.Combine(_temporary.Directory, "files"), "*", SearchOption.AllDirectories);
}
