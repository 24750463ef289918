using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Http;

/// <summary>Compressed bodies, both ways, and the charset that changes nothing.</summary>
[Collection(LrsCollection.Name)]
public sealed class ContentEncodingTests(LrsFixture fixture)
{
    private const string Statements = "/xapi/statements";
    private const long MemoryBound = 128L * 1024 * 1024;

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("GZIP")]
    [InlineData("identity")]
    public async Task Reads_a_body_in_the_encoding_it_names(string encoding)
    {
        var id = Guid.NewGuid().ToString();
        using var response = await PostAsync(Encode(encoding, Encoding.UTF8.GetBytes(Posted.Statement(id))), encoding);
        Assert.Equal($"[\"{id}\"]", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task An_encoding_that_is_not_read_is_415_and_says_which_are(string encoding)
    {
        using var response = await PostAsync(Encode("gzip", Encoding.UTF8.GetBytes(Posted.Statement())), encoding);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("gzip, deflate", Assert.Single(response.Headers.GetValues("Accept-Encoding")));
        await AssertProblemAsync(response);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_body_that_breaks_off_or_is_damaged_is_400(string encoding)
    {
        var good = Encode(encoding, Encoding.UTF8.GetBytes($"[{Posted.Statement()}]"));
        var damaged = good.ToArray();
        damaged[^6] ^= 1;
        foreach (var body in new[] { good[..^1], good[..(good.Length / 2)], damaged, "not compressed at all"u8.ToArray() })
        {
            using var response = await PostAsync(body, encoding);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            await AssertProblemAsync(response);
        }
    }

    [Fact]
    public async Task A_bomb_is_413_and_takes_no_memory()
    {
        // 2 GB of spaces in 2 MB, which JSON would allow before a statement.
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 2048; i++)
                await gzip.WriteAsync(spaces);
        }

        using var warm = await PostAsync(Encode("gzip", Encoding.UTF8.GetBytes(Posted.Statement())), "gzip");
        var before = LrsProcess.ResidentBytes(fixture.Lrs.ProcessId);
        for (var i = 0; i < 5; i++)
        {
            using var response = await PostAsync(bomb.ToArray(), "gzip");
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            await AssertProblemAsync(response);
        }

        var grown = LrsProcess.ResidentBytes(fixture.Lrs.ProcessId) - before;
        Assert.True(grown < MemoryBound, $"The service grew by {grown >> 20} MB.");
    }

    [Fact]
    public async Task An_import_may_come_compressed()
    {
        var csv = "code,family,name\nK-" + Guid.NewGuid().ToString("N") + ",teknis,Basis data\n";
        using var content = new ByteArrayContent(Encode("gzip", Encoding.UTF8.GetBytes(csv)));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await fixture.Lrs.Root.PostAsync("/api/v1/imports/competencies", content);
        Assert.Equal(1, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task Statements_go_out_compressed_to_a_credential_that_asks_and_documents_of_other_kinds_do_not()
    {
        using var posted = await PostAsync(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(0, 20).Select(_ => Posted.Statement()))}]"), "identity");
        using var plain = await fixture.Lrs.Root.GetAsync($"{Statements}?limit=20");
        using var compressed = await GetAsync(HttpMethod.Get, $"{Statements}?limit=20");
        using var head = await GetAsync(HttpMethod.Head, $"{Statements}?limit=20");
        using var about = await GetAsync(HttpMethod.Get, "/xapi/about");
        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", compressed.Headers.Vary);
        await using var expanded = new GZipStream(await compressed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var document = await JsonDocument.ParseAsync(expanded);
        Assert.Equal(20, document.RootElement.GetProperty("statements").GetArrayLength());
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Null(head.Content.Headers.ContentLength);
        Assert.Empty(about.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json;charset=\"utf-16\"")]
    [InlineData("application/json; charset=utf-8")]
    public async Task A_body_is_UTF_8_whatever_its_charset_says(string type)
    {
        var text = $"[{Posted.Statement(more: ",\"result\":{\"response\":\"é\"}")}]";
        using var utf8 = await PostAsync(Encoding.UTF8.GetBytes(text), "identity", type);
        using var latin1 = await PostAsync(Encoding.Latin1.GetBytes(text), "identity", type);
        Assert.Equal(HttpStatusCode.OK, utf8.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, latin1.StatusCode);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    private async Task<HttpResponseMessage> GetAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        return await fixture.Lrs.Root.SendAsync(request);
    }

    private Task<HttpResponseMessage> PostAsync(byte[] body, string encoding, string type = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return fixture.Lrs.Root.PostAsync(Statements, content);
    }

    private static byte[] Encode(string encoding, byte[] plain)
    {
        using var encoded = new MemoryStream();
        using (Stream stream = encoding.ToLowerInvariant() switch
        {
            "deflate" => new ZLibStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            "identity" => new BufferedStream(encoded),
            _ => new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
        })
            stream.Write(plain);
        return encoded.ToArray();
    }
}
