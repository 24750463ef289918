using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Testing;

namespace Lrs.Tests.Statements.Attachments;

/// <summary>Each rule by which statements with the data of their attachments are refused (xAPI Communication 1.5.2), all or none.</summary>
[Collection(LrsCollection.Name)]
public sealed class MultipartRefusalsTests(LrsFixture fixture)
{
    private readonly HttpClient _http = fixture.Lrs.Root;
    private readonly byte[] _data = Guid.NewGuid().ToByteArray();

    public static TheoryData<string, string, string> BadParts => new()
    {
        { "X-Experience-API-Hash", "", "invalid_part" },
        { "X-Experience-API-Hash", "abc", "invalid_part" },
        { "X-Experience-API-Hash", new string('g', 64), "invalid_part" },
        { "X-Experience-API-Hash", new string('0', 64), "unexpected_part" },
        { "Content-Transfer-Encoding", "", "invalid_part" },
        { "Content-Transfer-Encoding", "base64", "invalid_part" },
        { "Content-Type", "text", "invalid_part" },
        { "Content-Length", "-1", "invalid_part" },
        { "Content-Length", "many", "invalid_part" },
    };

    [Theory]
    [MemberData(nameof(BadParts))]
    public async Task Refuses_a_part_by_its_header_and_stores_nothing(string header, string value, string code)
    {
        var id = Guid.NewGuid().ToString();
        var batch = $"[{Posted.Statement(id)},{Multipart.Statement(null, Multipart.Stated(_data))}]";
        using var response = await PostAsync(Part.Statements(batch), Part.Attachment(_data), Part.Attachment(_data).With(header, value.Length == 0 ? null : value));
        await AssertRefusedAsync(response, code, $"parts[2].{header}");
        await AssertNothingIsStoredAsync(id);
    }

    [Fact]
    public async Task Refuses_data_that_has_another_hash_and_stores_nothing()
    {
        var id = Guid.NewGuid().ToString();
        using var response = await PostAsync(Part.Statements(Multipart.Statement(id, Multipart.Stated(_data))), Part.Attachment([.. _data, 0], Multipart.Sha256(_data)));
        await AssertRefusedAsync(response, "hash_mismatch", "parts[1].X-Experience-API-Hash");
        await AssertNothingIsStoredAsync(id);
    }

    [Fact]
    public async Task Refuses_a_repeated_part_whose_data_is_another()
    {
        using var response = await PostAsync(
            Part.Statements(Multipart.Statement(null, Multipart.Stated(_data))), Part.Attachment(_data), Part.Attachment([1], Multipart.Sha256(_data)));
        await AssertRefusedAsync(response, "hash_mismatch", "parts[2].X-Experience-API-Hash");
    }

    [Theory]
    [InlineData("Content-Type", "text/html", "attachments[1].contentType")]
    [InlineData("Content-Length", "1", "attachments[1].length")]
    public async Task Refuses_headers_that_say_something_else_than_the_statement(string header, string value, string path)
    {
        // The first of the two agrees with the part.
        byte[] one = [7];
        var agreeing = Multipart.Stated(one, Multipart.Sha256(_data), value == "text/html" ? value : "text/plain");
        var batch = $"[{Posted.Statement()},{Multipart.Statement(null, agreeing, Multipart.Stated(_data))}]";
        using var response = await PostAsync(Part.Statements(batch), Part.Attachment(_data).With(header, value));
        await AssertRefusedAsync(response, "part_disagrees", path, index: 1);
    }

    [Fact]
    public async Task Refuses_a_length_that_is_not_that_of_the_data()
    {
        byte[] longer = [.. _data, 0];
        using var response = await PostAsync(
            Part.Statements(Multipart.Statement(null, Multipart.Stated(longer, Multipart.Sha256(_data)))), Part.Attachment(_data).With("Content-Length", $"{longer.Length}"));
        await AssertRefusedAsync(response, "invalid_part", "parts[1].Content-Length");
    }

    [Fact]
    public async Task Refuses_an_attachment_with_neither_part_nor_fileUrl()
    {
        byte[] other = [1, 2, 3];
        var batch = $"[{Multipart.Statement(null, Multipart.Stated(_data))},{Multipart.Statement(null, Multipart.Stated(_data), Multipart.Stated(other))}]";
        using var response = await PostAsync(Part.Statements(batch), Part.Attachment(_data));
        await AssertRefusedAsync(response, "missing_attachment_data", "attachments[1].fileUrl", index: 1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/vnd.x+json")]
    public async Task Refuses_a_first_part_that_is_not_said_to_be_JSON(string? type)
    {
        using var response = await PostAsync(Part.Statements(Posted.Statement(), type));
        await AssertRefusedAsync(response, "invalid_part", "parts[0].Content-Type");
    }

    [Fact]
    public async Task Refuses_statements_in_the_first_part_by_the_rules_of_statements()
    {
        using var response = await PostAsync(Part.Statements($"[{Posted.Statement()},{Posted.Statement(verb: "nonsense")}]"), Part.Attachment(_data));
        await AssertRefusedAsync(response, "invalid_iri", "verb.id", index: 1);
    }

    [Theory]
    [InlineData("multipart/mixed", "x")]
    [InlineData("multipart/mixed; boundary=", "x")]
    [InlineData("multipart/mixed; boundary=\"\"", "x")]
    [InlineData("multipart/mixed; boundary=other", "x")]
    [InlineData("multipart/mixed; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Refuses_a_body_whose_boundary_is_missing_or_another(string type, string boundary)
    {
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(type, Multipart.Body(boundary, Part.Statements(Posted.Statement()))));
        await AssertRefusedAsync(response, "malformed_multipart", null);
    }

    [Fact]
    public async Task Refuses_a_body_that_ends_before_its_last_boundary_wherever_that_is()
    {
        var id = Guid.NewGuid().ToString();
        var body = Multipart.Body("x", Part.Statements(Multipart.Statement(id, Multipart.Stated(_data))), Part.Attachment(_data));
        foreach (var length in Enumerable.Range(0, 20).Select(i => i * (body.Length - 5) / 20))
        {
            using var response = await _http.PostAsync("/xapi/statements", Multipart.Content("multipart/mixed; boundary=x", body[..length]));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        await AssertNothingIsStoredAsync(id);
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=x", "\r\n--x--\r\n")]
    [InlineData("multipart/mixed; boundary=x", "{}")]
    [InlineData("multipart/mixed; boundary=x", "--x\r\nno header\r\n\r\n{}\r\n--x--\r\n")]
    public async Task Refuses_what_is_no_multipart(string type, string body)
    {
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(type, Encoding.UTF8.GetBytes(body)));
        await AssertRefusedAsync(response, "malformed_multipart", null);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/vnd.x+json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("json")]
    public async Task Refuses_every_other_content_type(string type)
    {
        var body = type.StartsWith("multipart", StringComparison.Ordinal) ? Multipart.Body("x", Part.Statements(Posted.Statement())) : Encoding.UTF8.GetBytes(Posted.Statement());
        using var response = await _http.PostAsync("/xapi/statements", Multipart.Content(type, body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(params Part[] parts) => _http.PostAsync("/xapi/statements", Multipart.Content(parts));

    private static async Task AssertRefusedAsync(HttpResponseMessage response, string code, string? path, int? index = null)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(path, problem.TryGetProperty("path", out var found) ? found.GetString() : null);
        Assert.Equal(index, problem.TryGetProperty("index", out var at) ? at.GetInt32() : null);
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("rule").GetString()));
    }

    private async Task AssertNothingIsStoredAsync(string id)
    {
        using var found = await _http.GetAsync($"/xapi/statements?statementId={id}");
        Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
        var files = Path.Combine(fixture.Lrs.DataDirectory, "files", "attachments");
        if (Directory.Exists(files))
            Assert.DoesNotContain(Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories), file => Path.GetFileName(file) == Multipart.Sha256(_data));
    }
}
