using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Testing;

namespace Lrs.Tests.Statements.Attachments;

/// <summary>Statements with the data of their attachments (xAPI Communication 1.5.2): what is accepted.</summary>
[Collection(LrsCollection.Name)]
public sealed class MultipartRequestsTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly byte[] _data = Encoding.UTF8.GetBytes($"here is a simple attachment \r\n--{Guid.NewGuid()}");

    public static TheoryData<int> HashBits => [224, 256, 384, 512];

    [Theory]
    [MemberData(nameof(HashBits))]
    public async Task Takes_an_attachment_by_each_hash_of_SHA_2(int bits)
    {
        var sha2 = Hash(bits);
        var id = Guid.NewGuid().ToString();
        using var response = await PostAsync(Part.Statements(Multipart.Statement(id, Multipart.Stated(_data, sha2.ToUpperInvariant()))), Part.Attachment(_data, sha2));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([id], await response.Content.ReadFromJsonAsync<List<string>>());
        Assert.Equal(_data, (await AnswerAsync(id))[1].Data);
    }

    [Theory]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public async Task Takes_attachments_with_POST_and_PUT_in_both_versions(string version)
    {
        using var http = fixture.Lrs.NewClient(LrsProcess.RootKey, LrsProcess.RootSecret, version);
        var (posted, put) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        using var post = await http.PostAsync("/xapi/statements", Content(posted));
        using var putResponse = await http.PutAsync($"/xapi/statements?statementId={put}", Content(put));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NoContent), (post.StatusCode, putResponse.StatusCode));
        Assert.Equal(_data, (await AnswerAsync(posted))[1].Data);
        Assert.Equal(_data, (await AnswerAsync(put))[1].Data);

        HttpContent Content(string id) => Multipart.Content(Part.Statements(Multipart.Statement(id, Multipart.Stated(_data))), Part.Attachment(_data));
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=plain", "plain")]
    [InlineData("Multipart/Mixed; charset=utf-8; Boundary=\"with space\"", "with space")]
    [InlineData("multipart/mixed; boundary=\"abcABC0123'()+_,-./:=?\"", "abcABC0123'()+_,-./:=?")]
    public async Task Takes_boundaries_with_and_without_quotes(string type, string boundary)
    {
        var body = Multipart.Body(boundary, Part.Statements(Multipart.Statement(null, Multipart.Stated(_data)), "Application/JSON; charset=utf-8"), Part.Attachment(_data));
        byte[] withPreamble = [.. "this is for readers without MIME\r\n"u8, .. body, .. "and so is this"u8];
        foreach (var one in new[] { body, body[2..], withPreamble })
        {
            using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(type, one));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Takes_a_body_that_comes_compressed()
    {
        var id = Guid.NewGuid().ToString();
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Multipart.Body("x", Part.Statements(Multipart.Statement(id, Multipart.Stated(_data))), Part.Attachment(_data)));
        var content = Multipart.Content("multipart/mixed; boundary=x", compressed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await _http.PostAsync("/xapi/statements", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_data, (await AnswerAsync(id))[1].Data);
    }

    [Fact]
    public async Task Takes_statements_without_attachments_and_those_with_fileUrl_only()
    {
        using var none = await PostAsync(Part.Statements($"[{Posted.Statement()},{Posted.Statement()}]"));
        using var elsewhere = await PostAsync(Part.Statements(Multipart.Statement(null, Multipart.Stated(_data, fileUrl: "https://x.example/1"))));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (none.StatusCode, elsewhere.StatusCode));
    }

    [Fact]
    public async Task Takes_one_part_for_many_statements_and_a_part_that_comes_again()
    {
        var (one, two) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var stated = Multipart.Stated(_data);
        var batch = $"[{Multipart.Statement(one, stated)},{Multipart.Statement(two, stated, stated)}]";
        using var response = await PostAsync(Part.Statements(batch), Part.Attachment(_data), Part.Attachment(_data));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_data, (await AnswerAsync(one))[1].Data);
        Assert.Equal(_data, (await AnswerAsync(two))[1].Data);
    }

    [Fact]
    public async Task Takes_an_empty_attachment_and_one_of_a_SubStatement()
    {
        var id = Guid.NewGuid().ToString();
        var sub = Some.SubStatement(more: $"\"attachments\":[{Multipart.Stated(_data)}]");
        var json = Some.Statement(@object: sub, more: $"\"id\":\"{id}\",\"attachments\":[{Multipart.Stated([])}]");
        using var response = await PostAsync(Part.Statements(json), Part.Attachment(_data), Part.Attachment([]));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["", Encoding.UTF8.GetString(_data)], (await AnswerAsync(id)).Skip(1).Select(part => Encoding.UTF8.GetString(part.Data)));
    }

    [Fact]
    public async Task Takes_headers_that_agree_and_media_type_parameters_that_the_part_leaves_out()
    {
        var part = Part.Attachment(_data).With("Content-Type", "TEXT/plain").With("Content-Length", $"{_data.Length}").With("Content-Transfer-Encoding", "Binary");
        using var response = await PostAsync(Part.Statements(Multipart.Statement(null, Multipart.Stated(_data, type: "text/plain; charset=ascii"))), part);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Takes_a_stored_statement_with_its_attachment_again()
    {
        var statement = Part.Statements(Multipart.Statement(Guid.NewGuid().ToString(), Multipart.Stated(_data)));
        using var first = await PostAsync(statement, Part.Attachment(_data));
        using var again = await PostAsync(statement, Part.Attachment(_data));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"iso-8859-1\"")]
    public async Task Takes_JSON_as_UTF_8_whatever_its_charset_says(string type)
    {
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(type, Encoding.UTF8.GetBytes(Posted.Statement(actor: Posted.Learner("naïve")))));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private string Hash(int bits)
    {
        using var hash = new Analytics.Files.Sha2Hash(bits);
        hash.Append(_data);
        return bits == 256 ? Convert.ToHexStringLower(SHA256.HashData(_data)) : hash.Finish();
    }

    private Task<HttpResponseMessage> PostAsync(params Part[] parts) => _http.PostAsync("/xapi/statements", Multipart.Content(parts));

    private async Task<List<Part>> AnswerAsync(string id)
    {
        using var response = await _http.GetAsync($"/xapi/statements?statementId={id}&attachments=true");
        return await Multipart.ReadAsync(response);
    }
}
